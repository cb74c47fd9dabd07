//! A row, or a row of the journal, into its record: the cells in order, each by the type of its field.

use rusqlite::Row as SqlRow;
use rusqlite::types::{Value, ValueRef};
use serde::de::value::StrDeserializer;
use serde::de::{DeserializeOwned, DeserializeSeed, Deserializer, IntoDeserializer, SeqAccess, Visitor};
use serde::forward_to_deserialize_any;

use super::failure::Misfit;
use crate::domain::{ForRecord, Record, Row, Table};

/// The record of a row whose statement selects the columns of the record in their order.
pub(in crate::store) fn from_row<R: DeserializeOwned>(row: &SqlRow<'_>) -> Result<R, rusqlite::Error> {
    Ok(R::deserialize(Cells(Source::Row(row)))?)
}

/// The record that the journal keeps as a JSON array of its cells.
pub(in crate::store) fn from_json(table: Table, json: &str) -> Result<Row, rusqlite::Error> {
    struct Journaled<'a>(&'a [Value]);
    impl ForRecord for Journaled<'_> {
        type Output = Result<Row, Misfit>;
        fn run<R: Record>(self) -> Self::Output {
            R::deserialize(Cells(Source::Journal(self.0))).map(Into::into)
        }
    }
    let cells: Vec<serde_json::Value> = serde_json::from_str(json).map_err(|error| Misfit::Value(error.to_string()))?;
    let cells = cells.into_iter().map(cell).collect::<Result<Vec<_>, _>>()?;
    Ok(table.with(Journaled(&cells))?)
}

fn cell(value: serde_json::Value) -> Result<Value, Misfit> {
    match value {
        serde_json::Value::Null => Ok(Value::Null),
        serde_json::Value::String(text) => Ok(Value::Text(text)),
        serde_json::Value::Number(number) => {
            number.as_i64().map(Value::Integer).ok_or_else(|| Misfit::kind("a fraction"))
        }
        _ => Err(Misfit::kind("a nested value")),
    }
}

/// Where cells come from.
#[derive(Clone, Copy)]
enum Source<'a> {
    Row(&'a SqlRow<'a>),
    Journal(&'a [Value]),
}

impl<'a> Source<'a> {
    fn cell(self, at: usize) -> Result<ValueRef<'a>, Misfit> {
        match self {
            Self::Row(row) => Ok(row.get_ref(at)?),
            Self::Journal(cells) => {
                cells.get(at).map(ValueRef::from).ok_or_else(|| Misfit::Value(format!("cell {at} is missing")))
            }
        }
    }
}

/// A whole record.
struct Cells<'a>(Source<'a>);

/// The cells of a record that are still to come.
struct Rest<'a> {
    source: Source<'a>,
    at: usize,
    len: usize,
}

/// One cell.
struct Cell<'a>(ValueRef<'a>);

impl<'de> Deserializer<'de> for Cells<'de> {
    type Error = Misfit;

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        visitor.visit_seq(Rest { source: self.0, at: 0, len: fields.len() })
    }

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Misfit> {
        Err(Misfit::kind("anything but a record"))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit
        unit_struct newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}

impl<'de> SeqAccess<'de> for Rest<'de> {
    type Error = Misfit;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Misfit> {
        if self.at == self.len {
            return Ok(None);
        }
        let cell = self.source.cell(self.at)?;
        self.at += 1;
        seed.deserialize(Cell(cell)).map(Some)
    }
}

impl<'de> Cell<'de> {
    fn text(&self) -> Result<&'de str, Misfit> {
        self.0.as_str().map_err(|error| Misfit::Value(error.to_string()))
    }
}

impl<'de> Deserializer<'de> for Cell<'de> {
    type Error = Misfit;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match self.0 {
            ValueRef::Null => visitor.visit_unit(),
            ValueRef::Integer(value) => visitor.visit_i64(value),
            ValueRef::Text(_) => visitor.visit_borrowed_str(self.text()?),
            ValueRef::Real(_) | ValueRef::Blob(_) => Err(Misfit::kind("a fraction or bytes")),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match self.0 {
            ValueRef::Integer(0) => visitor.visit_bool(false),
            ValueRef::Integer(1) => visitor.visit_bool(true),
            _ => Err(Misfit::Value("a truth value is 0 or 1".to_owned())),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match self.0 {
            ValueRef::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Misfit> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        let code: StrDeserializer<'de, Misfit> = self.text()?.into_deserializer();
        visitor.visit_enum(code)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        serde_json::Deserializer::from_str(self.text()?)
            .deserialize_seq(visitor)
            .map_err(|error| Misfit::Value(error.to_string()))
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        tuple tuple_struct map struct identifier ignored_any
    }
}
