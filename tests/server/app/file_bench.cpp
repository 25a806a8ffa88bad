// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/app/file_bench.h"

#include <QDirIterator>
#include <QLoggingCategory>
#include <QtEndian>

#include "server/storage/data_file.h"

namespace jjak::app::test {

using namespace protocol;
using namespace Qt::StringLiterals;

namespace {

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

QByteArray bigEndian(qint64 number)
{
    QByteArray out(8, '\0');
    qToBigEndian(number, out.data());
    return out;
}

//! A reading connection of a desk's thread.
class Reader final : public StoreAccess {
public:
    explicit Reader(const QString &database) : m_set(database, storage::OpenAs::Reader) {}
    Stores stores() override { return m_set.stores(); }

private:
    storage::StoreSet m_set;
};

} // namespace

Result<MadeImage> FakeImages::make(const QString &input, const QString &outputFolder)
{
    QFile file(input);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Unavailable};
    seen = file.readAll();
    if (meanwhile)
        meanwhile();
    if (refusal)
        return *refusal;
    if (!write(outputFolder + u"/image"_s, image) || !write(outputFolder + u"/thumbnail"_s, thumbnail))
        return Error{ErrorCode::Unavailable};
    return MadeImage{u"image/jpeg"_s, 20, 10, image.size(), thumbnail.size()};
}

FileBench::FileBench()
    : m_stores(open()), m_worker([this] {
          FanOut &fanOut = *this;
          CommandLog &jobs = *this;
          auto worker = std::make_unique<Worker>(m_stores, jobs, fanOut, m_pool, clock, m_rng, policy, m_tokens, uploads, files);
          if (!worker->start())
              qFatal("the worker does not start");
          return worker;
      }()),
      desk(reader(), 2, uploads, files, images, *this, *this, clock, policy)
{
}

Stores FileBench::open()
{
    QLoggingCategory::setFilterRules(u"jjak.storage.info=false"_s);
    storage::prepareDatabase(m_database);
    m_set = std::make_unique<storage::StoreSet>(m_database, storage::OpenAs::Writer);
    Stores s = m_set->stores();
    m_transaction = std::make_unique<FragileTransaction>(s.transaction);
    return {*m_transaction, s.accounts, s.devices, s.connected, s.presence, s.tickets, s.proposals, s.pairs, s.rooms, s.messages, s.blocks, s.reports, s.events, s.scripts, s.dates, s.seating, s.arrowPairs,
            s.attendance, s.agenda, s.uploads, s.files, s.pictures, s.groups, s.invitations, s.expiry, s.search, s.personas, s.posts, s.comments, s.feeds,
            s.pulse, s.tables, s.tableDirectory, s.thanks, s.streams, s.nodes, s.leases};
}

std::function<std::unique_ptr<StoreAccess>()> FileBench::reader()
{
    return [this]() -> std::unique_ptr<StoreAccess> { return std::make_unique<Reader>(m_database); };
}

Sender FileBench::newSender()
{
    Sender out{{AccountId::random(m_rng), DeviceId::random(m_rng)}, ++m_connections};
    m_stores.transaction.begin();
    const QString name = u"person %1"_s.arg(m_connections);
    m_stores.accounts.insert({out.identity.account, name, name, "hash", ClientId::random(m_rng), false, Role::User, clock.now()});
    m_stores.devices.save({out.identity.device, out.identity.account, name, ClientId::random(m_rng), ClientId::random(m_rng).toBytes() + QByteArray(16, 'h'), clock.now(), clock.now(), clock.now()});
    if (!m_stores.transaction.commit())
        qFatal("nobody comes");
    return out;
}

Sender FileBench::newAuthor()
{
    const Sender out = newSender();
    if (!ask(out, cmd::Introduce{{u"author %1"_s.arg(m_connections), {}, {}, {}, false}}))
        qFatal("no name in the lounge");
    return out;
}

RoomId FileBench::room(const Sender &one, const Sender &other, bool met)
{
    RoomRow row;
    row.id = RoomId::random(m_rng);
    row.opened = row.active = clock.now();
    m_stores.transaction.begin();
    m_stores.rooms.insert(row, {{row.id, 1, one.identity.account, u"one"_s, false, 0, met ? 1 : 0, {}}, {row.id, 2, other.identity.account, u"other"_s, false, 0, met ? 1 : 0, {}}});
    if (!m_stores.transaction.commit())
        qFatal("no room");
    return row.id;
}

Result<cmd::Ticket> FileBench::offer(const Sender &who, RoomId room, qint64 bytes, bool image, ClientId cid)
{
    return ask(who, cmd::Offer{room, cid.isNull() ? ClientId::random(m_rng) : cid, u"../photo.webp"_s, bytes, image, u"look"_s});
}

Result<cmd::Ticket> FileBench::offerPicture(const Sender &who, qint64 bytes, ClientId cid, const QString &name)
{
    return ask(who, cmd::OfferPicture{cid.isNull() ? ClientId::random(m_rng) : cid, name, bytes});
}

QByteArray FileBench::rawChunk(const Sender &who, const QByteArray &bytes)
{
    desk.chunk({who.connection, 0, who.identity, {}}, bytes);
    return wait([&](const ToConnection &out) { return out.chunk && out.connection == who.connection; }).frame;
}

ev::FileProgress FileBench::chunk(const Sender &who, UploadId upload, qint64 offset, const QByteArray &bytes)
{
    const auto frame = parseServerFrame(rawChunk(who, upload.toBytes() + bigEndian(offset) + bytes));
    const auto *event = frame ? std::get_if<Event>(&*frame) : nullptr;
    const auto *progress = event ? std::get_if<ev::FileProgress>(event) : nullptr;
    if (!progress)
        qFatal("no progress");
    return *progress;
}

void FileBench::send(const Sender &who, UploadId upload, const QByteArray &bytes)
{
    for (qsizetype at = 0; at < bytes.size(); at += limits::chunkBytes) {
        if (chunk(who, upload, at, bytes.mid(at, limits::chunkBytes)).error)
            qFatal("a chunk is refused");
    }
}

Result<cmd::Sent> FileBench::finish(const Sender &who, UploadId upload)
{
    return finished(askToFinish(who, upload));
}

qint64 FileBench::askToFinish(const Sender &who, UploadId upload, UploadFor purpose)
{
    const qint64 request = ++m_request;
    const Caller caller{who.connection, request, who.identity, {}};
    if (purpose == UploadFor::Message)
        desk.submit(caller, cmd::Finish{upload});
    else
        desk.submit(caller, cmd::FinishPicture{upload});
    return request;
}

Job FileBench::prepare(const Sender &who, UploadId upload, UploadFor purpose)
{
    askToFinish(who, upload, purpose);
    std::unique_lock lock(m_mutex);
    if (!m_came.wait_for(lock, 10s, [&] { return !m_jobs.empty(); }))
        qFatal("nothing to finish");
    Job job = std::move(m_jobs.front());
    m_jobs.erase(m_jobs.begin());
    return job;
}

Result<QByteArray> FileBench::bytesFor(qint64 request)
{
    const auto head = bigEndian(request);
    const auto answer = wait([&](const ToConnection &out) { return out.binary ? out.frame.startsWith(head) : out.frame.startsWith("{\"re\":" + QByteArray::number(request) + ","); });
    if (answer.binary)
        return answer.frame.mid(8);
    const auto frame = parseServerFrame(answer.frame);
    return std::get<Error>(std::get<Answered>(*frame).result);
}

qint64 FileBench::sent(const Sender &who, RoomId room, const QByteArray &bytes, bool image)
{
    const auto ticket = offer(who, room, bytes.size(), image);
    if (!ticket)
        qFatal("no ticket: %d", int(ticket.error().code));
    send(who, ticket->upload, bytes);
    const auto done = finish(who, ticket->upload);
    if (!done)
        qFatal("not finished: %d", int(done.error().code));
    return done->seq;
}

UploadId FileBench::picture(const Sender &who, const QByteArray &made)
{
    images.image = made;
    images.thumbnail = "small " + made;
    const auto ticket = offerPicture(who, 5);
    if (!ticket)
        qFatal("no ticket: %d", int(ticket.error().code));
    send(who, ticket->upload, "bytes");
    if (const auto done = finishPicture(who, ticket->upload); !done)
        qFatal("not finished: %d", int(done.error().code));
    return ticket->upload;
}

void FileBench::readNow(const Caller &caller, const Command &command)
{
    ScriptShelf shelf;
    Effects effects;
    Context ctx{m_stores, clock.now(), m_rng, policy, effects, shelf};
    m_stores.transaction.begin();
    runRead(ctx, caller, command);
    m_stores.transaction.rollback();
    release(effects.take());
}

QByteArray FileBench::fetched(const Sender &who, RoomId room, qint64 seq, bool thumbnail)
{
    QByteArray out;
    for (;;) {
        const auto piece = fetch(who, {room, seq, thumbnail, out.size()});
        if (!piece || piece->isEmpty())
            return out;
        out += *piece;
    }
}

bool FileBench::runNext()
{
    std::unique_lock lock(m_mutex);
    if (!m_came.wait_for(lock, 10s, [&] { return !m_jobs.empty(); }))
        return false;
    const auto jobs = std::exchange(m_jobs, {});
    lock.unlock();
    return m_worker->runBatch(jobs);
}

int FileBench::waiting()
{
    const std::lock_guard lock(m_mutex);
    return int(m_answers.size());
}

QStringList FileBench::stored() const
{
    QStringList out;
    for (QDirIterator it(m_folder.filePath(u"files"_s), QDir::Files, QDirIterator::Subdirectories); it.hasNext();)
        out.append(QFileInfo(it.next()).fileName());
    out.sort();
    return out;
}

int FileBench::told(const Sender &who, const QByteArray &name) const
{
    return int(std::ranges::count_if(m_told, [&](const ToAccount &out) { return out.account == who.identity.account && out.frame.startsWith("{\"ev\":\"" + name + "\""); }));
}

void FileBench::release(std::vector<Outgoing> batch)
{
    const std::lock_guard lock(m_mutex);
    for (Outgoing &out : batch) {
        if (auto *answer = std::get_if<ToConnection>(&out))
            m_answers.push_back(std::move(*answer));
        else if (auto *event = std::get_if<ToAccount>(&out))
            m_told.push_back(std::move(*event));
    }
    m_came.notify_all();
}

bool FileBench::append(Job job)
{
    const std::lock_guard lock(m_mutex);
    m_jobs.push_back(std::move(job));
    m_came.notify_all();
    return true;
}

ToConnection FileBench::wait(const std::function<bool(const ToConnection &)> &wanted)
{
    for (;;) {
        std::unique_lock lock(m_mutex);
        const auto here = [&] { return std::ranges::find_if(m_answers, wanted); };
        if (!m_came.wait_for(lock, 10s, [&] { return here() != m_answers.end() || !m_jobs.empty(); }))
            qFatal("no answer");
        if (const auto it = here(); it != m_answers.end()) {
            ToConnection out = std::move(*it);
            m_answers.erase(it);
            return out;
        }
        const auto jobs = std::exchange(m_jobs, {});
        lock.unlock();
        m_worker->runBatch(jobs);
    }
}

Result<QJsonObject> FileBench::parsedAnswer(qint64 request)
{
    const auto answer = wait([&](const ToConnection &out) { return !out.chunk && !out.binary && out.frame.startsWith("{\"re\":" + QByteArray::number(request) + ","); });
    const auto frame = parseServerFrame(answer.frame);
    if (!frame)
        qFatal("no answer: %s", answer.frame.constData());
    const auto &result = std::get<Answered>(*frame).result;
    if (const auto *error = std::get_if<Error>(&result))
        return *error;
    return std::get<QJsonObject>(result);
}

} // namespace jjak::app::test
