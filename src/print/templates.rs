//! The Typst templates: built in, or edited copies of them.

/// File name and built-in text of each template.
const BUILT_IN: [(&str, &str); 4] = [
    ("frame.typ", include_str!("../../assets/templates/frame.typ")),
    ("sheet.typ", include_str!("../../assets/templates/sheet.typ")),
    ("form.typ", include_str!("../../assets/templates/form.typ")),
    ("posting.typ", include_str!("../../assets/templates/posting.typ")),
];

/// The texts of all templates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Templates {
    texts: Vec<(&'static str, String)>,
    are_edited: bool,
}

impl Default for Templates {
    fn default() -> Self {
        let texts = BUILT_IN.iter().map(|(name, text)| (*name, (*text).to_owned())).collect();
        Self { texts, are_edited: false }
    }
}

impl Templates {
    /// Names of the files that an office may edit.
    pub fn names() -> impl Iterator<Item = &'static str> {
        BUILT_IN.iter().map(|(name, _)| *name)
    }

    /// The templates with one of them replaced; a name that is not in [`Templates::names`] changes nothing.
    #[must_use]
    pub fn edited(mut self, name: &str, text: String) -> Self {
        if let Some((_, known)) = self.texts.iter_mut().find(|(known, _)| *known == name) {
            self.are_edited |= *known != text;
            *known = text;
        }
        self
    }

    /// Whether any of them differs from the built-in one.
    #[must_use]
    pub const fn are_edited(&self) -> bool {
        self.are_edited
    }

    /// The text of a template.
    pub(super) fn text(&self, name: &str) -> &str {
        self.texts.iter().find(|(known, _)| *known == name).map(|(_, text)| text.as_str()).unwrap_or_default()
    }
}
