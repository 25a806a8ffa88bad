// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/uploaders.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QSet>
#include <QtEndian>
#include <algorithm>

#include "server/storage/store_set.h"

namespace jjak::test {

using namespace protocol;
using namespace Qt::StringLiterals;

namespace {

constexpr int inFlight = 4; //!< chunks

QByteArray bigEndian64(qint64 number)
{
    QByteArray out(8, '\0');
    qToBigEndian(number, out.data());
    return out;
}

QByteArray bigEndian32(quint32 number)
{
    QByteArray out(4, '\0');
    qToBigEndian(number, out.data());
    return out;
}

//! A chunk of a PNG file, with its check sum (ISO 15948, annex D).
QByteArray pngChunk(const QByteArray &name, const QByteArray &data)
{
    const QByteArray body = name + data;
    quint32 sum = 0xffffffff;
    for (const char byte : body) {
        sum ^= quint8(byte);
        for (int bit = 0; bit < 8; ++bit)
            sum = sum & 1 ? sum >> 1 ^ 0xedb88320 : sum >> 1;
    }
    return bigEndian32(quint32(data.size())) + body + bigEndian32(~sum);
}

QByteArray hashOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256).toHex() : QByteArray();
}

QString pathOf(const QString &files, const QByteArray &hash)
{
    const QString name = QString::fromLatin1(hash.toHex());
    return files + u'/' + name.left(2) + u'/' + name;
}

} // namespace

QByteArray pngOf(quint32 colour)
{
    constexpr int side = 24;
    QByteArray rows;
    for (int y = 0; y < side; ++y) {
        rows += '\0';
        for (int x = 0; x < side; ++x)
            rows += bigEndian32(colour ^ quint32(x * y)).last(3);
    }
    return "\x89PNG\r\n\x1a\n"_ba + pngChunk("IHDR", bigEndian32(side) + bigEndian32(side) + QByteArray("\x08\x02\x00\x00\x00", 5)) + pngChunk("IDAT", qCompress(rows).mid(4)) + pngChunk("IEND", {});
}

Uploaders::Uploaders(std::vector<PreparedPerson> people, std::vector<RoomId> rooms, int filesEach)
{
    for (size_t i = 0; i < people.size(); ++i) {
        Uploader who;
        who.person = people[i];
        who.room = rooms[i / 2];
        for (int k = 0; k < filesEach; ++k) {
            Sending file{ClientId::random(m_rng), {}, k % 10 == 9, k % 6 == 5};
            if (file.image)
                file.bytes = pngOf(quint32(m_rng.below(1 << 24)));
            else if (k % 5 == 0)
                file.bytes = QByteArray(100'000, char('a' + k % 3)); // the same bytes from many
            else
                file.bytes = QByteArray(qsizetype(1 + m_rng.below(400'000)), char(m_rng.below(256))) + file.cid.toBytes();
            who.files.push_back(std::move(file));
        }
        m_uploaders.push_back(std::move(who));
    }
}

bool Uploaders::isDone() const
{
    return std::ranges::all_of(m_uploaders, [](const Uploader &who) { return who.current == who.files.size(); });
}

bool Uploaders::work(quint16 port, int milliseconds)
{
    LoadClients clients(port, "/", "jjak.v1", [this](int index, QByteArrayView payload) { onText(index, payload); });
    m_clients = &clients;
    m_signedIn = 0;
    const int count = int(m_uploaders.size());
    if (!clients.connect(count))
        return false;
    for (int i = 0; i < count; ++i) {
        m_uploaders[size_t(i)].request = 0;
        clients.send(i, encodeRequest(1, cmd::Hello{limits::protocolVersion, u"uploader"_s, {}}));
        clients.send(i, encodeRequest(2, cmd::Resume{m_uploaders[size_t(i)].person.token}));
    }
    if (!clients.pollUntil([&] { return m_signedIn == count; }, 10'000))
        return false;
    clients.pollUntil([&] { return isDone(); }, milliseconds);
    m_clients = nullptr;
    return true;
}

void Uploaders::onText(int index, QByteArrayView payload)
{
    const auto frame = parseServerFrame(payload);
    if (!frame)
        return;
    if (const auto *answer = std::get_if<Answered>(&*frame))
        return answered(index, *answer);
    const auto *event = std::get_if<Event>(&*frame);
    if (const auto *progress = event ? std::get_if<ev::FileProgress>(event) : nullptr)
        progressed(index, *progress);
}

void Uploaders::answered(int index, const Answered &answer)
{
    Uploader &who = m_uploaders[size_t(index)];
    if (answer.re == 2) {
        ++m_signedIn;
        return nextFile(index);
    }
    if (answer.re != who.request)
        return;
    if (const auto *error = std::get_if<Error>(&answer.result))
        return refused(index, *error);
    const QJsonValue value(std::get<QJsonObject>(answer.result));
    Sending &file = who.files[who.current];
    if (file.seq != 0) { // it was deleted
        file.done = true;
        ++who.current;
        return nextFile(index);
    }
    const auto ticket = decode<cmd::Ticket>(value);
    const auto sent = decode<cmd::Sent>(value);
    if (sent || (ticket && ticket->sent)) {
        m_unheard += !sent;
        file.seq = sent ? sent->seq : *ticket->sent;
        file.done = !file.erase;
        if (file.erase)
            return erase(index);
        ++who.current;
        return nextFile(index);
    }
    if (!ticket) {
        m_contradiction = u"an answer that fits nothing"_s;
        return;
    }
    m_resumed += ticket->offset > 0;
    who.upload = ticket->upload;
    who.told = who.next = ticket->offset;
    sendChunks(index);
}

void Uploaders::refused(int index, const Error &error)
{
    Uploader &who = m_uploaders[size_t(index)];
    Sending &file = who.files[who.current];
    if (file.seq != 0 && error.code == ErrorCode::MessageNotFound) { // deleted, and the answer lost
        file.done = true;
        ++who.current;
        return nextFile(index);
    }
    if (file.seq == 0 && (error.code == ErrorCode::UploadGone || error.code == ErrorCode::Unavailable))
        return offer(index);
    m_contradiction = u"refused: "_s + QString::fromUtf8(nameOf(error.code).data()) + u' ' + error.reason;
}

void Uploaders::progressed(int index, const ev::FileProgress &progress)
{
    Uploader &who = m_uploaders[size_t(index)];
    if (progress.upload != who.upload || who.current == who.files.size() || who.files[who.current].seq != 0)
        return;
    if (progress.error && *progress.error != "unavailable"_L1) {
        m_contradiction = u"a chunk is refused: "_s + *progress.error;
        return;
    }
    who.told = progress.offset;
    if (progress.error)
        who.next = who.told;
    sendChunks(index);
}

void Uploaders::sendChunks(int index)
{
    Uploader &who = m_uploaders[size_t(index)];
    const QByteArray &bytes = who.files[who.current].bytes;
    if (who.told == bytes.size())
        return ask(index, cmd::Finish{who.upload});
    while (who.next < bytes.size() && who.next - who.told < inFlight * limits::chunkBytes) {
        const QByteArray piece = bytes.mid(who.next, limits::chunkBytes);
        m_clients->sendBinary(index, who.upload.toBytes() + bigEndian64(who.next) + piece);
        who.next += piece.size();
    }
}

void Uploaders::offer(int index)
{
    const Uploader &who = m_uploaders[size_t(index)];
    const Sending &file = who.files[who.current];
    ask(index, cmd::Offer{who.room, file.cid, file.image ? u"picture.png"_s : u"data.bin"_s, file.bytes.size(), file.image, u"caption"_s});
}

void Uploaders::erase(int index)
{
    const Uploader &who = m_uploaders[size_t(index)];
    ask(index, cmd::Erase{who.room, who.files[who.current].seq});
}

void Uploaders::nextFile(int index)
{
    const Uploader &who = m_uploaders[size_t(index)];
    if (who.current == who.files.size())
        return;
    if (who.files[who.current].seq != 0)
        erase(index);
    else
        offer(index);
}

QString Uploaders::Verdict::text() const
{
    return u"lost %1, doubled %2, orphans %3, missing %4, damaged %5"_s.arg(lost).arg(doubled).arg(orphans).arg(missing).arg(damaged);
}

Uploaders::Verdict Uploaders::examine(const QString &dataFolder) const
{
    Verdict verdict;
    storage::StoreSet set(dataFolder + u"/jjak.sqlite"_s, storage::OpenAs::Reader);
    auto &database = set.database();
    const QString files = dataFolder + u"/files"_s;
    const auto hashes = database.list(u"SELECT hash FROM blob"_s, [](storage::Row &row) { return row.next<QByteArray>(); });
    QSet<QString> known;
    for (const QByteArray &hash : hashes) {
        known.insert(pathOf(files, hash));
        verdict.missing += !QFile::exists(pathOf(files, hash));
    }
    for (QDirIterator it(files, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); it.hasNext();) {
        const QString path = it.next();
        verdict.orphans += !known.contains(path);
        verdict.damaged += hashOf(path) != it.fileName().toLatin1();
    }
    verdict.orphans += int(QDir(dataFolder + u"/uploads"_s).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size());
    verdict.orphans += database.value<int>(u"SELECT count(*) FROM upload"_s).value_or(1000);
    verdict.orphans += database.value<int>(u"SELECT count(*) FROM blob b WHERE refs = 0 OR refs <> (SELECT count(*) FROM attachment a WHERE b.hash IN (a.hash, a.small))"_s).value_or(1000);
    verdict.missing += database.value<int>(u"SELECT count(*) FROM message m WHERE kind IN (1, 2) AND deleted IS NULL AND NOT EXISTS (SELECT 1 FROM attachment a WHERE a.room = m.room AND a.seq = m.seq)"_s).value_or(1000);
    verdict.doubled += database.value<int>(u"SELECT count(*) - count(DISTINCT cid) FROM message"_s).value_or(1000);
    examineSent(set.stores(), files, verdict);
    return verdict;
}

void Uploaders::examineSent(app::Stores &stores, const QString &files, Verdict &verdict) const
{
    int messages = 0, sent = 0;
    QSet<RoomId> rooms;
    for (const Uploader &who : m_uploaders) {
        if (!rooms.contains(who.room))
            messages += int(stores.rooms.find(who.room)->head);
        rooms.insert(who.room);
        for (const Sending &file : who.files) {
            sent += file.seq > 0;
            const auto message = stores.messages.find(who.room, file.seq);
            const auto carried = stores.files.find(who.room, file.seq);
            if (file.erase) {
                verdict.lost += !message || !message->deleted || carried;
                continue;
            }
            bool same = message && carried && message->cid == file.cid && message->kind == (file.image ? MessageKind::Image : MessageKind::File);
            if (same && !file.image)
                same = carried->hash == QCryptographicHash::hash(file.bytes, QCryptographicHash::Sha256) && QFile(pathOf(files, carried->hash)).size() == file.bytes.size();
            verdict.lost += !same;
        }
    }
    verdict.doubled += std::abs(messages - sent);
}

} // namespace jjak::test
