// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/files/file_sweeper.h"

namespace jjak::app {

namespace {

constexpr auto countEvery = 1min, sweepEvery = 60min;

//! Whether the store could be asked.
template <class Ask>
bool asked(Stores &stores, Ask &&ask)
{
    if (!stores.transaction.begin())
        return false;
    ask();
    const bool good = stores.transaction.failure() == Transaction::Failure::None;
    stores.transaction.rollback();
    return good;
}

} // namespace

FileSweeper::FileSweeper(std::function<std::unique_ptr<StoreAccess>()> openReader, UploadFolder &uploads, FileFolder &files, CommandLog &log)
    : m_openReader(std::move(openReader)), m_uploads(uploads), m_files(files), m_log(log), m_thread([this] { run(); })
{
}

void FileSweeper::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopped = true;
    }
    m_wake.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

void FileSweeper::run()
{
    const auto reader = m_openReader();
    std::unique_lock lock(m_mutex);
    for (auto left = 0min; !m_stopped; left -= countEvery) {
        lock.unlock();
        if (left <= 0min) {
            sweep(reader->stores());
            left = sweepEvery;
        }
        count(reader->stores());
        lock.lock();
        m_wake.wait_for(lock, countEvery, [this] { return m_stopped; });
    }
}

void FileSweeper::sweep(Stores stores)
{
    sweepUploads(stores);
    for (int shelf = 0; shelf < FileFolder::shelves; ++shelf)
        sweepShelf(stores, shelf);
}

//! Nothing lies there before its row is committed, and a row that is gone never comes back: what has none now has none for good.
void FileSweeper::sweepUploads(Stores &stores)
{
    for (const UploadId &id : m_uploads.all()) {
        bool known = true;
        if (asked(stores, [&] { known = stores.uploads.find(id).has_value(); }) && !known)
            m_uploads.remove(id);
    }
}

void FileSweeper::sweepShelf(Stores &stores, int shelf)
{
    const auto there = m_files.all(shelf);
    DropFiles unknown;
    const bool good = there.isEmpty() || asked(stores, [&] {
        for (const FileHash &hash : there) {
            if (!stores.files.isKnown(hash))
                unknown.hashes.append(hash);
        }
    });
    if (good && !unknown.hashes.isEmpty())
        (void)m_log.append({{}, std::move(unknown)}); // a full log: in an hour again
}

void FileSweeper::count(Stores stores)
{
    asked(stores, [&] {
        m_figures.storedBytes = stores.files.bytes();
        m_figures.openUploads = stores.uploads.count();
    });
}

} // namespace jjak::app
