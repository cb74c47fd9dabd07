//! The columns of a record: the field names that serde derives, in their order.

use serde::de::{Deserializer, Visitor};
use serde::forward_to_deserialize_any;
use thiserror::Error;

use crate::domain::{ForRecord, Record, Table};

/// The columns of a table, `id` first, in the order of the fields of its record.
pub(in crate::store) fn columns_of(table: Table) -> &'static [&'static str] {
    struct Columns;
    impl ForRecord for Columns {
        type Output = &'static [&'static str];
        fn run<R: Record>(self) -> Self::Output {
            let mut names: &'static [&'static str] = &[];
            // The answer is the names; that no record comes out of it is expected.
            let _ = R::deserialize(Ask(&mut names));
            names
        }
    }
    table.with(Columns)
}

/// A deserializer that only listens to which fields are asked for.
struct Ask<'a>(&'a mut &'static [&'static str]);

/// Ends the question: the names are known.
#[derive(Debug, Error)]
#[error("only asked for the fields")]
struct Asked;

impl serde::de::Error for Asked {
    fn custom<T: std::fmt::Display>(_: T) -> Self {
        Self
    }
}

impl<'de> Deserializer<'de> for Ask<'_> {
    type Error = Asked;

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, Asked> {
        *self.0 = fields;
        Err(Asked)
    }

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Asked> {
        Err(Asked)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit
        unit_struct newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}
