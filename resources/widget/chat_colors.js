// The workspace chooses one colour; these keep text on it, and it on our surfaces, readable (WCAG 2.2: 4.5 to 1).

const channels = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));

// Relative luminance as WCAG defines it, 0 to 1.
function luminance(hex) {
  const [red, green, blue] = channels(hex).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one, other) {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const mixed = (from, to, share) => '#' + channels(from).map((value, i) =>
  Math.round(value + (channels(to)[i] - value) * share).toString(16).padStart(2, '0')).join('');

// `color` moved as little as needed towards `pole` until it can be read on `surface`.
function readableOn(surface, color, pole) {
  for (let share = 0; share < 1; share += 0.1)
    if (contrast(mixed(color, pole, share), surface) >= 4.5)
      return mixed(color, pole, share);
  return pole;
}

export function brandColors(color, dark) {
  const brand = /^#[0-9a-f]{6}$/i.test(color) ? color : '#0F6B73';
  return {
    brand,
    onBrand: contrast(brand, '#FFFFFF') >= 4.5 ? '#FFFFFF' : '#000000',
    accent: dark ? readableOn('#23282F', brand, '#FFFFFF') : readableOn('#F7F8FA', brand, '#000000'),
  };
}
