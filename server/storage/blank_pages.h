// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sqlite3.h>
#include <vector>

namespace jjak::storage {

//! Blanks the unused middle of every page that a connection writes into its database file.
//!
//! SQLite's secure_delete overwrites what is deleted where it stands. But when a page is divided, the rows that go to its
//! neighbour are left behind as copies in the gap between the page's list of cells and its content, and nobody finds those again
//! when the rows are deleted later (measured with 3.40: about four copies in 1,000 rows). The gap means nothing to SQLite
//! (file format, section 1.6), so that blanking it changes nothing but that.
//! The log still has such copies until it is emptied.
class BlankPages {
public:
    //! The connection must be one of its own thread, and closed before this is destroyed. Does nothing for a database in memory.
    BlankPages() = default;
    void watch(sqlite3 *connection);
    BlankPages(const BlankPages &) = delete;
    BlankPages &operator=(const BlankPages &) = delete;

private:
    //! What SQLite calls for this file: everything as before, but writing.
    struct Methods {
        sqlite3_io_methods table; //!< first: SQLite knows this only
        const sqlite3_io_methods *before;
        bool pointerMaps;
        std::vector<unsigned char> page;
    };
    static int write(sqlite3_file *file, const void *data, int size, sqlite3_int64 offset);

    Methods m_methods{};
};

//! The gap of a b-tree page (number from 1) as an offset and a length; nothing when the page is none or does not look sound.
struct Gap {
    int from = 0, length = 0;
};
Gap gapOf(const unsigned char *page, int size, sqlite3_int64 number, bool pointerMaps);

} // namespace jjak::storage
