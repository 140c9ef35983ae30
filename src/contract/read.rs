//! Reading a contract file.
