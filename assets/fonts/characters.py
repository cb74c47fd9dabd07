"""Prints the characters that the fonts of this folder keep.

Argument: a file with the 8,105 characters of the Table of General Standard Chinese Characters.
"""

import sys


def decoded(encoding, first_bytes, second_bytes):
    for first in first_bytes:
        for second in second_bytes:
            try:
                yield bytes([first, second]).decode(encoding)
            except UnicodeDecodeError:
                pass


BLOCKS = [
    (0x20, 0x7E), (0xA0, 0xFF), (0x2010, 0x203B), (0x2150, 0x216B), (0x2170, 0x2179), (0x2190, 0x2199),
    (0x21C4, 0x21C6), (0x2460, 0x24FF), (0x2500, 0x257F), (0x2580, 0x25FF), (0x3000, 0x301F), (0x3220, 0x3229),
    (0x3280, 0x3289), (0x338E, 0x33A5), (0xFF01, 0xFF5E), (0xFFE0, 0xFFE6),
]
SIGNS = "℃№‰√×÷≤≥≠±∞∑∠⊙★☆♀♂✓€₣£¥㈱㊣㎡㎏㏄"
# Met in names though outside both lists: rare, older or handed-down forms.
IN_NAMES = (
    "䶮𬭸㛃𬭎𠮷﨎曌峯堦昞珮祐菓鍾陞靑頴顏髙黃羣淸啓濬琍瑪甦皜皞秌箐紘綉翶臯荘菴蓥裵豊贇迺逹遠酈鋆鋐鋕錡鎔鎵"
    "閆陜霑靚頫顒馭驊鵾麴喦垚翀陳張劉楊趙吳孫鄭許馮鄧蕭葉蘇呂盧蔣陸龍萬錢湯賈鄒龔賀賴嚴溫魯溈夢軍衛國華東興榮"
)


def main():
    with open(sys.argv[1], encoding="utf-8") as table:
        kept = set(table.read()) - {"\n"}
    kept.update(decoded("gb2312", range(0xA1, 0xFF), range(0xA1, 0xFF)))
    symbol_rows = range(0xA1, 0xAA)
    kept.update(decoded("gbk", symbol_rows, [*range(0x40, 0x7F), *range(0x80, 0xFF)]))
    for first, last in BLOCKS:
        kept.update(map(chr, range(first, last + 1)))
    kept.update(SIGNS, IN_NAMES)
    sys.stdout.write("".join(sorted(char for char in kept if not 0xE000 <= ord(char) <= 0xF8FF)))


main()
