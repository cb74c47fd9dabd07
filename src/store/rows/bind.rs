//! A record into the parameters of a statement: one field, one parameter, in order.

use rusqlite::types::Null;
use rusqlite::{Statement, ToSql};
use serde::Serialize;
use serde::ser::{Impossible, SerializeSeq, SerializeStruct, Serializer};

use super::failure::Misfit;

/// Binds the fields of the record to the parameters of the statement, from the first on.
pub(in crate::store) fn bind<R: Serialize>(record: &R, statement: &mut Statement<'_>) -> Result<(), rusqlite::Error> {
    Ok(record.serialize(Fields { statement, at: 0 })?)
}

/// Takes a whole record.
struct Fields<'a, 'conn> {
    statement: &'a mut Statement<'conn>,
    at: usize,
}

/// Takes the value of one field.
struct Field<'a, 'conn> {
    statement: &'a mut Statement<'conn>,
    at: usize,
}

impl Field<'_, '_> {
    fn put(self, value: impl ToSql) -> Result<(), Misfit> {
        Ok(self.statement.raw_bind_parameter(self.at, value)?)
    }
}

/// Takes a list, which is stored as JSON.
struct List<'a, 'conn> {
    field: Field<'a, 'conn>,
    items: Vec<serde_json::Value>,
}

impl SerializeStruct for Fields<'_, '_> {
    type Ok = ();
    type Error = Misfit;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, _: &'static str, value: &T) -> Result<(), Misfit> {
        self.at += 1;
        value.serialize(Field { statement: &mut *self.statement, at: self.at })
    }

    fn end(self) -> Result<(), Misfit> {
        Ok(())
    }
}

impl SerializeSeq for List<'_, '_> {
    type Ok = ();
    type Error = Misfit;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Misfit> {
        self.items.push(serde_json::to_value(value).map_err(|error| Misfit::Value(error.to_string()))?);
        Ok(())
    }

    fn end(self) -> Result<(), Misfit> {
        let text = serde_json::to_string(&self.items).map_err(|error| Misfit::Value(error.to_string()))?;
        self.field.put(text)
    }
}

/// The methods of a serializer that no record of this program needs.
macro_rules! refuse {
    ($($method:ident($($ty:ty),*) -> $ok:ty = $kind:literal;)+) => {
        $(fn $method(self $(, _: $ty)*) -> Result<$ok, Misfit> { Err(Misfit::kind($kind)) })+
    };
}

/// The compound shapes that neither a record nor a field of one has.
macro_rules! refuse_compounds {
    () => {
        type SerializeTuple = Impossible<(), Misfit>;
        type SerializeTupleStruct = Impossible<(), Misfit>;
        type SerializeTupleVariant = Impossible<(), Misfit>;
        type SerializeMap = Impossible<(), Misfit>;
        type SerializeStructVariant = Impossible<(), Misfit>;

        fn serialize_newtype_variant<T: Serialize + ?Sized>(
            self,
            _: &'static str,
            _: u32,
            _: &'static str,
            _: &T,
        ) -> Result<(), Misfit> {
            Err(Misfit::kind("a variant with content"))
        }

        refuse! {
            serialize_f32(f32) -> () = "a fraction";
            serialize_f64(f64) -> () = "a fraction";
            serialize_bytes(&[u8]) -> () = "bytes";
            serialize_unit_struct(&'static str) -> () = "a unit struct";
            serialize_tuple(usize) -> Self::SerializeTuple = "a tuple";
            serialize_tuple_struct(&'static str, usize) -> Self::SerializeTupleStruct = "a tuple";
            serialize_tuple_variant(&'static str, u32, &'static str, usize) -> Self::SerializeTupleVariant = "a tuple";
            serialize_map(Option<usize>) -> Self::SerializeMap = "a map";
            serialize_struct_variant(&'static str, u32, &'static str, usize) -> Self::SerializeStructVariant = "a variant";
        }
    };
}

impl Serializer for Fields<'_, '_> {
    type Ok = ();
    type Error = Misfit;
    type SerializeStruct = Self;
    type SerializeSeq = Impossible<(), Misfit>;

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self, Misfit> {
        Ok(self)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, _: &T) -> Result<(), Misfit> {
        Err(Misfit::kind("an optional record"))
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), Misfit> {
        value.serialize(self)
    }

    refuse! {
        serialize_bool(bool) -> () = "a bare value";
        serialize_i8(i8) -> () = "a bare value";
        serialize_i16(i16) -> () = "a bare value";
        serialize_i32(i32) -> () = "a bare value";
        serialize_i64(i64) -> () = "a bare value";
        serialize_u8(u8) -> () = "a bare value";
        serialize_u16(u16) -> () = "a bare value";
        serialize_u32(u32) -> () = "a bare value";
        serialize_u64(u64) -> () = "a bare value";
        serialize_char(char) -> () = "a bare value";
        serialize_str(&str) -> () = "a bare value";
        serialize_none() -> () = "a bare value";
        serialize_unit() -> () = "a bare value";
        serialize_unit_variant(&'static str, u32, &'static str) -> () = "a bare value";
        serialize_seq(Option<usize>) -> Self::SerializeSeq = "a bare list";
    }
    refuse_compounds!();
}

impl<'a, 'conn> Serializer for Field<'a, 'conn> {
    type Ok = ();
    type Error = Misfit;
    type SerializeStruct = Impossible<(), Misfit>;
    type SerializeSeq = List<'a, 'conn>;

    fn serialize_bool(self, value: bool) -> Result<(), Misfit> {
        self.put(value)
    }
    fn serialize_i8(self, value: i8) -> Result<(), Misfit> {
        self.put(value)
    }
    fn serialize_i16(self, value: i16) -> Result<(), Misfit> {
        self.put(value)
    }
    fn serialize_i32(self, value: i32) -> Result<(), Misfit> {
        self.put(value)
    }
    fn serialize_i64(self, value: i64) -> Result<(), Misfit> {
        self.put(value)
    }
    fn serialize_u8(self, value: u8) -> Result<(), Misfit> {
        self.put(value)
    }
    fn serialize_u16(self, value: u16) -> Result<(), Misfit> {
        self.put(value)
    }
    fn serialize_u32(self, value: u32) -> Result<(), Misfit> {
        self.put(value)
    }
    fn serialize_u64(self, value: u64) -> Result<(), Misfit> {
        i64::try_from(value).map_err(|error| Misfit::Value(error.to_string())).and_then(|value| self.put(value))
    }
    fn serialize_char(self, value: char) -> Result<(), Misfit> {
        self.put(value.to_string())
    }
    fn serialize_str(self, value: &str) -> Result<(), Misfit> {
        self.put(value)
    }
    fn serialize_none(self) -> Result<(), Misfit> {
        self.put(Null)
    }
    fn serialize_unit(self) -> Result<(), Misfit> {
        self.put(Null)
    }
    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Misfit> {
        value.serialize(self)
    }
    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), Misfit> {
        self.put(variant)
    }
    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), Misfit> {
        value.serialize(self)
    }
    fn serialize_seq(self, len: Option<usize>) -> Result<Self::SerializeSeq, Misfit> {
        Ok(List { field: self, items: Vec::with_capacity(len.unwrap_or_default()) })
    }
    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self::SerializeStruct, Misfit> {
        Err(Misfit::kind("a struct"))
    }
    refuse_compounds!();
}
