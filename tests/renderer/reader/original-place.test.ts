import { expect, test } from 'vitest';
import { placeOriginals } from '../../../renderer/reader/original-place';

test('a wide pane holds the text and its original, whether it is active or not', () => {
  const place = placeOriginals({ open: [true, true], widths: [800, 720], active: 0 });
  expect(place.covered).toBeNull();
  expect([0, 1].map(place.of)).toEqual(['beside', 'beside']);
});

test('the original of a narrow pane borrows its neighbour, while the pane is active', () => {
  const narrow = { open: [true, false, true], widths: [400, 400, 400] };
  expect(placeOriginals({ ...narrow, active: 0 }).covered).toBe(1);
  expect(placeOriginals({ ...narrow, active: 1 }).covered).toBeNull();
  expect(placeOriginals({ ...narrow, active: 2 }).covered).toBe(1);
  expect([0, 1, 2].map(placeOriginals({ ...narrow, active: 0 }).of)).toEqual([null, null, null]);
});

test('with no room and no neighbour the original takes the place of the text', () => {
  const place = placeOriginals({ open: [true], widths: [500], active: 0 });
  expect(place.covered).toBeNull();
  expect(place.of(0)).toBe('instead');
});
