//! What stands around every table: sub-line, words, places to sign.

use super::options::PaperSize;
use super::request::{DocumentRequest, Mask};
use super::sheet::{FrameWords, Look, Sheet, Signature};
use super::sources::Sources;
use crate::i18n::{Lang, Tr};

impl Sources<'_> {
    /// A document with its frame and no table yet.
    pub(super) fn frame(&self, request: &DocumentRequest, look: Look, tr: Tr) -> Sheet {
        let issue = self.issue(request);
        Sheet {
            kind: request.kind,
            look,
            tab: tr.document_kind(request.kind).to_owned(),
            title: tr.paper_heading(request.kind).to_owned(),
            subline: Vec::new(),
            lang: match tr.lang() {
                Lang::Zh => "zh",
                Lang::En => "en",
            },
            author: self.unit().to_owned(),
            is_landscape: true,
            is_draft: !request.paper.is_blank && (issue.is_none() || self.is_changed),
            is_grey: request.is_grey,
            columns: Vec::new(),
            frozen_columns: 0,
            head: Vec::new(),
            body: Vec::new(),
            legend: Vec::new(),
            notes: Vec::new(),
            signatures: Vec::new(),
            words: frame_words(tr),
            paper: PaperSize::default(),
            text_size: None,
            pictures: Vec::new(),
            flat: None,
            forms: None,
        }
    }

    /// 第2版, or 草稿 before the first issue; what was changed since is said, as two different sheets of one version
    /// would hang on the wall. An empty form is of no version.
    pub(super) fn edition(&self, request: &DocumentRequest, tr: Tr) -> String {
        match self.issue(request) {
            _ if request.paper.is_blank => String::new(),
            None => tr.paper_draft().to_owned(),
            Some(issue) if self.is_changed => tr.paper_edition_changed(issue.version),
            Some(issue) => tr.paper_edition(issue.version),
        }
    }

    /// 制表人, 审核人, 分管领导 and the date; what the issue and the settings know is filled in.
    pub(super) fn signatures(&self, request: &DocumentRequest, date_label: &str, tr: Tr) -> Vec<Signature> {
        let issue = self.issue(request).filter(|_| !request.paper.is_blank);
        let usual = |name: &str| self.registry.setting(name).unwrap_or_default().to_owned();
        let by = issue.map(|issue| issue.published_by.clone()).filter(|name| !name.is_empty());
        let at = issue.map(|issue| tr.full_date(issue.published_at.date())).unwrap_or_default();
        let sign = |label: &str, value: String| Signature { label: label.to_owned(), value };
        vec![
            sign(tr.paper_made_by(), by.unwrap_or_else(|| usual("prepared_by"))),
            sign(tr.paper_checked_by(), usual("checked_by")),
            sign(tr.paper_leader(), usual("approved_by")),
            sign(date_label, at),
        ]
    }
}

/// What the document says about phones that are not shown in full.
pub(super) fn phone_note(mask: Mask, tr: Tr) -> Option<String> {
    match mask {
        Mask::Full => Some(tr.paper_phones_hidden().to_owned()),
        Mask::Partial => Some(tr.paper_phones_masked().to_owned()),
        Mask::None => None,
    }
}

fn frame_words(tr: Tr) -> FrameWords {
    FrameWords {
        page_of: tr.paper_page_of().to_owned(),
        draft: tr.paper_draft().to_owned(),
        legend: tr.paper_legend().to_owned(),
        notes: tr.paper_notes().to_owned(),
        colon: tr.paper_colon().to_owned(),
    }
}
