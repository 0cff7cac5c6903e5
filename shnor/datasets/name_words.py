"""Words that names of centres, municipalities, authorities and posts are made of, and how what follows them behaves."""

TOWN = "город"
"""The name of a town behind it takes its case: «города Армавира»."""
SETTLEMENTS = ("посёлок", "поселок", "станица", "село", "хутор", "аул", "деревня")
"""Names behind these change in some papers and stay in others: it is asked."""
KEEP_WHAT_FOLLOWS = {"образование": ("город", "город-курорт", "станица"), "округ": ("город", "город-курорт"),
                     "республика": ()}
"""Behind these a name in the nominative stays: «муниципального образования город Краснодар», «Республики Адыгея».
Beginnings of what may follow, () = one word."""
DISTRICTS = ("район", "округ")
"""«Муниципального образования Кавказский район»: the last word of a name that stays behind «образование»."""
INSTITUTION = "учреждение"
"""Behind it the kind of school takes the case as well: «учреждения основной общеобразовательной школы № 5»."""
BEFORE_MORE = ("по", "с", "для", "имени", "им.", "при", "на", "в", "и")
"""What follows these takes no case of the name."""
TOWNS_IN_DOUBT = ("ово", "ево", "ёво", "ино", "ыно")
"""Of such a town both «города Иваново» and «города Иванова» are written: it is asked."""
SHORT_POSTS = ("и. о.", "и.о.", "врио", "врип", "в. и. о.")
"""Posts that begin so stay as they are: what follows stands in the genitive already."""
