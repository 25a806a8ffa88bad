// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTemporaryDir>
#include <condition_variable>

#include "server/app/files/file_desk.h"
#include "server/app/worker.h"
#include "server/engine/memory/memory_match_pool.h"
#include "server/storage/disk_folders.h"
#include "server/storage/store_set.h"
#include "tests/server/app/counter.h"

namespace jjak::app::test {

//! Makes "images": `image` and `thumbnail` of fixed bytes, or the refusal that is wanted.
class FakeImages final : public ImageMaker {
public:
    Result<MadeImage> make(const QString &input, const QString &outputFolder) override;

    std::optional<Error> refusal;
    QByteArray image = "made anew", thumbnail = "small";
    QByteArray seen; //!< what the last one was made of
    std::function<void()> meanwhile; //!< happens while one is made
};

//! The real transaction, whose next commit can be made to fail.
class FragileTransaction final : public Transaction {
public:
    explicit FragileTransaction(Transaction &real) : m_real(real) {}
    using Transaction::begin;
    bool begin(Apart apart) override { return m_real.begin(apart); }
    void lookFurther() override { m_real.lookFurther(); }
    void savepoint() override { m_real.savepoint(); }
    void releaseSavepoint() override { m_real.releaseSavepoint(); }
    void rollbackToSavepoint() override { m_real.rollbackToSavepoint(); }
    bool commit() override { return !std::exchange(breaks, false) && m_real.commit(); }
    void rollback() override { m_real.rollback(); }
    Failure failure() const override { return m_real.failure(); }
    QString failureText() const override { return m_real.failureText(); }
    quint64 logPosition() override { return m_real.logPosition(); }

    bool breaks = false;

private:
    Transaction &m_real;
};

//! Somebody with a device.
struct Sender {
    Identity identity;
    ConnectionId connection = 0;
};

//! Uploads and files in a data folder: the desk on its threads, and the worker in the thread of the test, which takes jobs while it waits for an
//! answer.
class FileBench final : private FanOut, private CommandLog {
public:
    FileBench();
    ~FileBench() override { desk.stop(); }

    Sender newSender();
    //! With a name in the lounge.
    Sender newAuthor();
    //! A direct room; `met`: both have written.
    RoomId room(const Sender &one, const Sender &other, bool met = true);

    template <class C>
    Result<typename C::Reply> ask(const Sender &who, const C &command)
    {
        const qint64 request = ++m_request;
        m_worker->runBatch({Job{{who.connection, request, who.identity, {}}, protocol::Command(command)}});
        return answerTo<typename C::Reply>(request);
    }
    //! A command that only reads.
    template <class C>
    Result<typename C::Reply> read(const Sender &who, const C &command)
    {
        const qint64 request = ++m_request;
        readNow({who.connection, request, who.identity, {}}, protocol::Command(command));
        return answerTo<typename C::Reply>(request);
    }
    Result<protocol::cmd::Ticket> offer(const Sender &who, RoomId room, qint64 bytes, bool image = false, ClientId cid = {});
    Result<protocol::cmd::Ticket> offerPicture(const Sender &who, qint64 bytes, ClientId cid = {}, const QString &name = QStringLiteral("../photo.webp"));
    protocol::ev::FileProgress chunk(const Sender &who, UploadId upload, qint64 offset, const QByteArray &bytes);
    //! A chunk as it stands on the wire; the whole answer.
    QByteArray rawChunk(const Sender &who, const QByteArray &bytes);
    //! All chunks of it.
    void send(const Sender &who, UploadId upload, const QByteArray &bytes);
    Result<protocol::cmd::Sent> finish(const Sender &who, UploadId upload);
    //! Asks to finish without waiting; the number under which the answer can be asked for. Any thread.
    qint64 askToFinish(const Sender &who, UploadId upload, UploadFor purpose = UploadFor::Message);
    Result<protocol::cmd::Sent> finished(qint64 request) { return answerTo<protocol::cmd::Sent>(request); }
    Result<protocol::cmd::PictureReply> finishPicture(const Sender &who, UploadId upload) { return answerTo<protocol::cmd::PictureReply>(askToFinish(who, upload, UploadFor::Post)); }
    //! The same, but the job is only returned and not run.
    Job prepare(const Sender &who, UploadId upload, UploadFor purpose = UploadFor::Message);
    bool run(const std::vector<Job> &jobs) { return m_worker->runBatch(jobs); }
    //! One answer of file.fetch or picture.fetch without its head.
    Result<QByteArray> fetch(const Sender &who, const protocol::cmd::Fetch &command) { return fetchedBy(who, command); }
    Result<QByteArray> fetch(const Sender &who, const protocol::cmd::FetchPicture &command) { return fetchedBy(who, command); }
    //! Offered, sent and finished.
    qint64 sent(const Sender &who, RoomId room, const QByteArray &bytes, bool image = false);
    //! A picture that is finished and waits; it is made to be these bytes.
    UploadId picture(const Sender &who, const QByteArray &made);
    //! All of what a message carries.
    QByteArray fetched(const Sender &who, RoomId room, qint64 seq, bool thumbnail = false);

    void tick() { run({Job{{}, Tick{}}}); }
    void pass(Duration duration) { clock.pass(duration); }
    //! Runs what the desk or the sweeper have asked for, until they have asked.
    bool runNext();
    Stores &stores() { return m_stores; }
    CommandLog &log() { return *this; }
    std::function<std::unique_ptr<StoreAccess>()> reader();
    //! Answers that nobody has asked for yet.
    int waiting();
    //! Names of the files in the store.
    QStringList stored() const;
    QString path() const { return m_folder.path(); }
    //! Events that were told to the account, of that name.
    int told(const Sender &who, const QByteArray &name) const;

private:
    void release(std::vector<Outgoing> batch) override;
    bool append(Job job) override;
    std::vector<Job> take(int) override { return {}; }
    void close() override {}
    bool isClosed() const override { return true; }
    //! Waits for the answer, running what the desk asks of the worker.
    ToConnection wait(const std::function<bool(const ToConnection &)> &wanted);
    void readNow(const Caller &caller, const protocol::Command &command);
    template <class C>
    Result<QByteArray> fetchedBy(const Sender &who, const C &command)
    {
        const qint64 request = ++m_request;
        desk.submit({who.connection, request, who.identity, {}}, command);
        return bytesFor(request);
    }
    Result<QByteArray> bytesFor(qint64 request);
    template <class R>
    Result<R> answerTo(qint64 request);
    Result<QJsonObject> parsedAnswer(qint64 request);

    QTemporaryDir m_folder;
    QString m_database = m_folder.filePath(QStringLiteral("jjak.sqlite"));
    std::unique_ptr<storage::StoreSet> m_set;
    std::mutex m_mutex; //!< guards what follows
    std::condition_variable m_came;
    std::vector<ToConnection> m_answers;
    std::vector<Job> m_jobs;
    std::vector<ToAccount> m_told;
    SeededRng m_rng{11};
    std::atomic<qint64> m_request{0};
    ConnectionId m_connections = 0;
    Tokens m_tokens{QByteArray(32, 's')};
    engine::MemoryMatchPool m_pool;

public:
    TestClock clock;
    Policy policy;
    FakeImages images;
    storage::DiskUploads uploads{m_folder.path()};
    storage::DiskFiles files{m_folder.path()};

private:
    Stores open();
    std::unique_ptr<FragileTransaction> m_transaction;
    Stores m_stores;
    std::unique_ptr<Worker> m_worker;

public:
    FileDesk desk;
    void breakNextCommit() { m_transaction->breaks = true; }
};

template <class R>
Result<R> FileBench::answerTo(qint64 request)
{
    const auto answer = parsedAnswer(request);
    if (!answer)
        return answer.error();
    return protocol::decode<R>(*answer);
}

} // namespace jjak::app::test
