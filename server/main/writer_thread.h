// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <thread>

#include "server/app/worker.h"
#include "server/storage/store_set.h"

namespace jjak::server {

//! The thread that owns the one writing connection and runs the worker on it until the command log is closed and empty.
class WriterThread {
public:
    using MakeWorker = std::function<std::unique_ptr<app::Worker>(app::Stores)>;

    //! Returns when the worker has put the last run's state into order; as a Peer of other servers it leaves theirs alone. Throws StartupError.
    WriterThread(const QString &database, storage::OpenAs as, const MakeWorker &makeWorker);
    ~WriterThread() { join(); }
    //! Close the command log before.
    void join();

    //! Until join().
    const app::WorkerFigures &figures() const { return m_worker->figures(); }

private:
    void open(const QString &database, storage::OpenAs as, const MakeWorker &makeWorker);

    std::unique_ptr<storage::StoreSet> m_stores;
    std::unique_ptr<app::Worker> m_worker;
    std::thread m_thread;
};

} // namespace jjak::server
