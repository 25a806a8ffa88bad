// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/main/writer_thread.h"

#include <future>

#include "server/storage/startup_error.h"

namespace jjak::server {

WriterThread::WriterThread(const QString &database, storage::OpenAs as, const MakeWorker &makeWorker)
{
    std::promise<void> ready;
    std::future<void> opened = ready.get_future();
    m_thread = std::thread([this, database, as, makeWorker, ready = std::move(ready)]() mutable {
        try {
            open(database, as, makeWorker);
        } catch (...) {
            m_worker.reset();
            m_stores.reset();
            return ready.set_exception(std::current_exception());
        }
        ready.set_value();
        m_worker->run();
        m_worker.reset();
        m_stores.reset(); // a connection is closed by the thread that opened it
    });
    try {
        opened.get();
    } catch (...) {
        m_thread.join();
        throw;
    }
}

void WriterThread::join()
{
    if (m_thread.joinable())
        m_thread.join();
}

void WriterThread::open(const QString &database, storage::OpenAs as, const MakeWorker &makeWorker)
{
    m_stores = std::make_unique<storage::StoreSet>(database, as);
    m_worker = makeWorker(m_stores->stores());
    if (as == storage::OpenAs::Writer && !m_worker->start())
        throw storage::StartupError(QStringLiteral("the database cannot be written (is the disk full?)"));
}

} // namespace jjak::server
