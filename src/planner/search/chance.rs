//! Chance that is the same on every machine: whole numbers, and logarithms made of sums and products only.

/// A source of chance that a seed fixes for good.
#[derive(Debug, Clone)]
pub struct Chance(u64);

impl Chance {
    /// From a seed and the number of a run.
    #[must_use]
    pub const fn new(seed: u64, run: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ run.wrapping_mul(0xD1B5_4A32_D192_ED03) ^ 0x5851_F42D_4C95_7F2D)
    }

    /// 64 random bits (`SplitMix`).
    #[inline]
    pub const fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        bits ^ (bits >> 31)
    }

    /// A number below a bound; 0 where the bound is 0.
    #[inline]
    #[allow(clippy::cast_possible_truncation, reason = "the product of two 32-bit numbers, upper half")]
    pub const fn below(&mut self, bound: u32) -> u32 {
        (((self.bits() >> 32) * bound as u64) >> 32) as u32
    }

    /// A random entry.
    #[inline]
    pub fn pick<T: Copy>(&mut self, list: &[T]) -> Option<T> {
        list.get(self.below(super::slice::count(list.len())) as usize).copied()
    }
}

/// −ln of evenly spread numbers between 0 and 1, looked up by chance: how far uphill a step may go at temperature 1.
#[derive(Debug, Clone)]
pub struct Uphill(Vec<f64>);

impl Uphill {
    /// Entries of the table.
    const SIZE: u32 = 4096;

    /// Builds the table.
    #[must_use]
    pub fn new() -> Self {
        Self((0..Self::SIZE).map(|step| -natural_log((f64::from(step) + 0.5) / f64::from(Self::SIZE))).collect())
    }

    /// A random threshold.
    #[inline]
    #[must_use]
    pub fn draw(&self, chance: &mut Chance) -> f64 {
        super::slice::at(&self.0, chance.below(Self::SIZE))
    }
}

impl Default for Uphill {
    fn default() -> Self {
        Self::new()
    }
}

/// ln of a number above 0 and at most 1, by halving the range and the series of artanh.
fn natural_log(number: f64) -> f64 {
    const LN_2: f64 = std::f64::consts::LN_2;
    let (mut rest, mut doublings) = (number, 0.0);
    while rest < 0.75 {
        rest *= 2.0;
        doublings += 1.0;
    }
    let ratio = (rest - 1.0) / (rest + 1.0);
    let square = ratio * ratio;
    let (mut power, mut sum) = (ratio, 0.0);
    for odd in 0..12 {
        sum += power / f64::from(2 * odd + 1);
        power *= square;
    }
    2.0 * sum - doublings * LN_2
}
