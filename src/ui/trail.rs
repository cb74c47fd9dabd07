//! Which page is open, and the way back.

use super::page::PageId;

/// The pages one has been on.
#[derive(Debug)]
pub struct Trail {
    at: PageId,
    back: Vec<PageId>,
    forward: Vec<PageId>,
}

impl Default for Trail {
    fn default() -> Self {
        Self { at: PageId::Today, back: Vec::new(), forward: Vec::new() }
    }
}

impl Trail {
    /// The open page.
    #[must_use]
    pub const fn at(&self) -> PageId {
        self.at
    }

    /// Opens a page.
    pub fn go(&mut self, page: PageId) {
        if page != self.at {
            self.back.push(self.at);
            self.forward.clear();
            self.at = page;
        }
    }

    /// Goes to the page before.
    pub fn back(&mut self) {
        if let Some(page) = self.back.pop() {
            self.forward.push(self.at);
            self.at = page;
        }
    }

    /// Goes forward again.
    pub fn forward(&mut self) {
        if let Some(page) = self.forward.pop() {
            self.back.push(self.at);
            self.at = page;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn back_and_forward_retrace_the_way_until_a_new_one_is_taken() {
        let mut trail = Trail::default();
        trail.go(PageId::Schedule);
        trail.go(PageId::Stints);
        trail.back();
        assert_eq!(trail.at(), PageId::Schedule);
        trail.forward();
        assert_eq!(trail.at(), PageId::Stints);
        trail.back();
        trail.go(PageId::Settings);
        trail.forward();
        assert_eq!(trail.at(), PageId::Settings);
        trail.back();
        trail.back();
        trail.back();
        assert_eq!(trail.at(), PageId::Today);
    }
}
