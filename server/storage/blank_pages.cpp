// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/blank_pages.h"

#include <algorithm>
#include <cstring>

namespace jjak::storage {

namespace {

constexpr int fileHeader = 100; //!< on the first page
constexpr sqlite3_int64 mostPages = 0x2000000; //!< with more, the first byte of an overflow page could be that of a b-tree page

int twoBytes(const unsigned char *at)
{
    return at[0] << 8 | at[1];
}

//! Pages that tell the parents of others, in a file that can give pages back (file format, section 1.8): page 2 and then one in so many.
bool isPointerMap(sqlite3_int64 number, int size)
{
    return number >= 2 && (number - 2) % (size / 5 + 1) == 0;
}

} // namespace

Gap gapOf(const unsigned char *page, int size, sqlite3_int64 number, bool pointerMaps)
{
    const int header = number == 1 ? fileHeader : 0;
    const int type = page[header];
    const bool interior = type == 2 || type == 5;
    if ((!interior && type != 10 && type != 13) || number >= mostPages || (pointerMaps && isPointerMap(number, size)))
        return {};
    const int freeBlock = twoBytes(page + header + 1), cells = twoBytes(page + header + 3), start = twoBytes(page + header + 5);
    const int content = start == 0 ? 65536 : start, list = header + (interior ? 12 : 8), from = list + 2 * cells;
    if (from > content || content > size || (freeBlock != 0 && (freeBlock < content || freeBlock >= size)))
        return {};
    for (int at = list; at < from; at += 2) {
        if (const int cell = twoBytes(page + at); cell < content || cell >= size)
            return {};
    }
    return {from, content - from};
}

void BlankPages::watch(sqlite3 *connection)
{
    sqlite3_file *file = nullptr;
    if (sqlite3_file_control(connection, "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK || !file || !file->pMethods)
        return;
    int vacuum = 0;
    sqlite3_stmt *ask = nullptr;
    if (sqlite3_prepare_v2(connection, "PRAGMA auto_vacuum", -1, &ask, nullptr) == SQLITE_OK && sqlite3_step(ask) == SQLITE_ROW)
        vacuum = sqlite3_column_int(ask, 0);
    sqlite3_finalize(ask);
    m_methods.before = file->pMethods;
    m_methods.table = *file->pMethods;
    m_methods.table.xWrite = write;
    m_methods.pointerMaps = vacuum != 0;
    file->pMethods = &m_methods.table;
}

int BlankPages::write(sqlite3_file *file, const void *data, int size, sqlite3_int64 offset)
{
    Methods &methods = *reinterpret_cast<Methods *>(const_cast<sqlite3_io_methods *>(file->pMethods));
    const auto *bytes = static_cast<const unsigned char *>(data);
    const bool whole = size >= 512 && (size & (size - 1)) == 0 && offset % size == 0;
    const Gap gap = whole ? gapOf(bytes, size, offset / size + 1, methods.pointerMaps) : Gap{};
    if (std::all_of(bytes + gap.from, bytes + gap.from + gap.length, [](unsigned char byte) { return byte == 0; }))
        return methods.before->xWrite(file, data, size, offset);
    methods.page.assign(bytes, bytes + size);
    std::memset(methods.page.data() + gap.from, 0, size_t(gap.length));
    return methods.before->xWrite(file, methods.page.data(), size, offset);
}

} // namespace jjak::storage
