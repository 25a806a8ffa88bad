// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>

#include "server/app/pool.h"
#include "server/app/ports/command_log.h"

namespace jjak::app {

//! What the files take, for the metrics; a minute old at most. Read from any thread.
struct FileFigures {
    std::atomic<qint64> storedBytes{0}, openUploads{0};
};

//! Finds what a crash has left on the disk: uploads without a row, which it removes, and files without one, which it tells the worker.
//! At the start and every hour, on a thread of its own.
class FileSweeper {
public:
    FileSweeper(std::function<std::unique_ptr<StoreAccess>()> openReader, UploadFolder &uploads, FileFolder &files, CommandLog &log);
    ~FileSweeper() { stop(); }
    void stop();

    const FileFigures &figures() const { return m_figures; }

private:
    void run();
    void sweep(Stores stores);
    void sweepUploads(Stores &stores);
    void sweepShelf(Stores &stores, int shelf);
    void count(Stores stores);

    std::function<std::unique_ptr<StoreAccess>()> m_openReader;
    UploadFolder &m_uploads;
    FileFolder &m_files;
    CommandLog &m_log;
    FileFigures m_figures;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_stopped = false;
    std::thread m_thread; //!< last: runs as soon as it is made
};

} // namespace jjak::app
