"""How light a colour is, by WCAG 2.1."""


def channels(colour: str) -> tuple[int, int, int]:
    """Red, green, blue of «#d9822b»."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def luminance(colour: str) -> float:
    """«Relative luminance»: 0 is black, 1 is white."""
    red, green, blue = (part / 255 / 12.92 if part / 255 <= 0.03928 else ((part / 255 + 0.055) / 1.055) ** 2.4
                        for part in channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """From 1 to 21; letters need 4.5."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)
