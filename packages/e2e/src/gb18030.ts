const decoder = new TextDecoder("gb18030");

/** The two-byte part of the encoding, read backwards: enough for any text of a test. */
function twoBytes(): ReadonlyMap<string, readonly [number, number]> {
  const codes = new Map<string, readonly [number, number]>();
  for (let first = 0x81; first <= 0xfe; first++)
    for (let second = 0x40; second <= 0xfe; second++) {
      if (second === 0x7f) continue;
      const char = decoder.decode(new Uint8Array([first, second]));
      if (char.length === 1 && char !== "\ufffd") codes.set(char, [first, second]);
    }
  return codes;
}

/** A text as an old hotline writes it. */
export function toGb18030(text: string): Buffer {
  const codes = twoBytes();
  return Buffer.from(
    [...text].flatMap((char) => (char < "\u0080" ? [char.charCodeAt(0)] : [...(codes.get(char) ?? [0x3f])])),
  );
}
