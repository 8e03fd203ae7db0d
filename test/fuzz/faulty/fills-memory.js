export function check() {
  const kept = [];
  for (let size = 0; size < 1e6; size++) kept.push(new Array(1000).fill(size));
  return kept.length > 0 ? 'accepted' : 'rejected';
}
