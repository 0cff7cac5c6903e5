"""Who may import whom, and which library belongs to whom. A new arrow is a change here, with its reason."""

BASIS = frozenset({"errors", "periods", "nouns", "wording", "scope"})
BELOW = BASIS | {"wording_change", "wording_time", "wording_works", "datasets", "metrics", "loaders", "workbooks",
                 "store", "charts", "reports", "desk", "shows", "papers", "sentences", "copies", "personal"}

# part of the house -> which other parts it may import
LAYERS = {
    # personal: the door of texts, used by whatever stores one; what it knows of words is data of the field
    "personal": {"datasets"},
    "errors": frozenset(), "periods": frozenset(), "nouns": frozenset(), "wording": {"nouns", "periods"},
    "wording_change": {"wording", "nouns", "metrics"}, "wording_time": {"wording", "periods"},
    "wording_works": {"wording"}, "scope": frozenset(),
    "sentences": BASIS | {"wording_change", "wording_time", "metrics"},
    "config": {"errors"}, "workdays": frozenset(), "private": frozenset(), "look": frozenset(),
    "datasets": BASIS,
    "metrics": {"periods"},
    "workbooks": BASIS | {"datasets"},
    # workbooks: what comes back is read by the words it was handed out with
    "loaders": BASIS | {"datasets", "workbooks", "personal"},
    # below the store: a base that does not open still says which copy to take
    "copies": {"errors", "private"},
    # ledger: a copy holds the rows beside a base
    "store": BASIS | {"datasets", "private", "copies", "ledger", "personal"},
    "charts": {"look", "metrics", "wording", "wording_change", "periods"},
    # look: a slide has the shades; workbooks: the tables of a paper are a book in which no text becomes a formula
    "reports": {"look", "metrics", "charts", "wording", "wording_change", "periods", "sentences", "workbooks"},
    "service": BELOW | {"workdays", "private"},
    "ledger": {"errors", "private"},
    "access": BASIS | {"ledger"},
    "desk": BASIS | {"ledger", "private", "personal"}, "shows": BASIS | {"ledger", "private", "personal"},
    "papers": BASIS | {"ledger", "private", "personal"},
    "served": {"private"},
    # service: who is let in is called by a post and no name, refused as on the page
    "users": {"access", "config", "copies", "errors", "private", "served", "service"},
    # what the command line and the pages share: where the set lies, and the file of accesses services do not know
    "returning": {"access", "config", "scope", "service", "store"},
    "copying": {"config", "copies", "errors", "returning", "scope", "service", "store"},
    # papers by the command line
    "reporting": {"config", "errors", "periods", "service", "store"},
    # sample_data: «Посмотреть пример» builds one
    "ui": BELOW | {"service", "access", "config", "private", "look", "ledger", "served",
           "returning", "sample_data"},
    "pages": {"ui", "service", "charts", "metrics", "access"},
    "app": {"ui", "service", "charts", "metrics", "access", "config"},
    # periods: a month is typed and printed; sample_data: `demo` builds a ready-made base
    "__main__": {"service", "access", "config", "errors", "periods", "scope", "users", "copying", "reporting",
                 "sample_data"},
}
# part of the house -> libraries it may use; what is named nowhere belongs to nobody
LIBRARIES = {
    "wording": {"babel"}, "config": {"pydantic", "platformdirs"}, "workdays": {"holidays"},
    "datasets": {"pydantic", "narwhals", "pyarrow"},
    # pymorphy3: whether a word is a surname, a first name or something else; opened by the first word
    "personal": {"pymorphy3", "pymorphy3_dicts_ru"},
    "metrics": {"narwhals", "numpy", "pyarrow", "scipy"},
    "workbooks": {"openpyxl"},
    # msoffcrypto and olefile: locked and old files of Office are folders of streams
    "loaders": {"python_calamine", "openpyxl", "docx", "lxml", "narwhals", "pyarrow", "psutil", "msoffcrypto",
                "olefile", "pptx"},  # pptx: a template is opened once where it hurts nobody
    "store": {"duckdb", "pyarrow"},
    "charts": {"plotly", "pandas", "babel"},  # babel: names of months for the axes
    # markupsafe: a show is a file of HTML; xlsxwriter: the workbook inside a chart, formulas with their results
    # lxml: cells of a form of somebody else are changed in its own XML
    "reports": {"docx", "docxtpl", "lxml", "pptx", "xlsxwriter", "openpyxl", "matplotlib", "typst", "pandas",
                "markupsafe"},
    # pyarrow: what leaves a view and enters a page is an Arrow table; pymorphy3: names are proposed in six cases
    "service": {"pyarrow", "pymorphy3", "pymorphy3_dicts_ru"},
    "access": {"argon2", "starlette"},
    # plotly: a figure is checked once and kept; google: what a browser says is a message of its protobuf; authlib,
    # joserfc, requests: an identity provider, in ui/server/oidc; uvicorn: a server starts without Streamlit's command
    "ui": {"streamlit", "starlette", "uvicorn", "pandas", "markupsafe", "plotly", "google", "authlib", "joserfc",
           "requests"},
    "pages": {"streamlit"}, "app": {"streamlit"},
}
# hall -> its rooms, lowest first; a room may import those it names. A module of the hall itself is a room of its own.
ROOMS = {
    "loaders": {
        "types": set(), "issues": {"types"}, "words": {"types"}, "files": {"types", "issues"},
        "tables": {"types", "issues", "words"}, "records": {"types", "issues", "words", "tables"},
        "answers": {"types", "issues", "words", "tables", "records"},
        "month": {"types", "words", "tables", "records"},
        "kinds": {"types", "issues", "words", "tables", "records", "answers", "month"},
        "extract": {"types", "issues", "words", "tables", "records", "month", "kinds"},
        "check": {"types", "issues", "words", "files", "tables", "records", "answers", "month", "kinds", "extract"},
        "claims": {"types", "issues", "words", "files"},  # a finished paper: no table of it is recognised
        "process": {"types", "issues", "files", "check", "claims"},
    },
    "charts": {"facts": set(), "styles": set(), "locale": set(), "script": set(), "answers": {"styles"},
               "inline": set(), "shapes": {"facts", "styles", "answers"}, "panels": {"facts", "shapes"},
               "drawn": {"facts", "styles", "shapes"}},
    "service": {
        "figures": set(), "centre": {"figures"}, "intake": {"figures", "centre"},
        "bases": {"intake", "centre"},  # centre: a ready-made base says whose it is
        "copies": {"centre", "bases"},
        "month": {"figures", "centre"}, "desk": {"figures", "centre", "intake", "month"},
        "pages": {"figures", "centre", "intake", "month"},
        "sending": {"figures", "centre", "month", "pages"},
        "show": {"figures", "centre", "pages"},
        # intake: schools of a foreign paper are looked up as those of a report; show: what is published is masked as
        # what a room sees
        "papers": {"figures", "centre", "intake", "month", "pages", "show"},
    },
    # screens: the show itself is served as a file, made by what its page is made by
    "ui": {"run": set(), "kit": {"run"}, "screens": {"run", "kit"}, "pages": {"screens"},
           "server": {"run", "pages", "screens"}},
}
