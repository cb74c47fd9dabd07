//! Files to cells: sniffing, workbooks in a limited child process, csv in any encoding.
