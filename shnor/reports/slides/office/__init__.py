"""A deck as a package of Office: native text, tables and charts with their workbooks."""
