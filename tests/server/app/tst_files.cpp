// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QTest>
#include <semaphore>

#include "tests/server/app/file_bench.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::app;
using namespace jjak::app::test;
using namespace jjak::protocol;

namespace {

QByteArray bytesOf(qsizetype size, char seed = 'a')
{
    QByteArray out(size, Qt::Uninitialized);
    for (qsizetype i = 0; i < size; ++i)
        out[i] = char(i * 31 + i / 251 + seed);
    return out;
}

} // namespace

//! The way of a file from one person to the other, and everything that does not go.
class TestFiles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFileComesDownAsItWentUp();
    void anImageIsMadeSafeOnItsWay();
    void anImageThatCannotBeShownIsRefused();
    void oneImageOfAnAccountIsMadeAtATime();
    void theSameBytesAreStoredOnce();
    void theSameOfferGoesOnWhereItStopped();
    void aSentMessageIsNotSentTwice();
    void otherWordsUnderTheSameIdAreAConflict();
    void anOfferCanBeRefused();
    void sizesAndQuotaAreKept();
    void chunksOutOfPlaceChangeNothing();
    void nobodyElseCanAddToAnUpload();
    void aFrameThatIsNoChunkIsToldSo();
    void onlyWhatIsCompleteIsFinished();
    void aWithdrawnUploadIsGone();
    void whatIsNotFinishedInTimeIsSwept();
    void onlyMembersFetch();
    void whatWasDeletedCannotBeFetched();
    void whoLeftMeanwhileCannotFinish();
};

void TestFiles::aFileComesDownAsItWentUp()
{
    FileBench b;
    const Sender one = b.newSender(), other = b.newSender();
    const RoomId room = b.room(one, other);
    const QByteArray bytes = bytesOf(100'000);
    const auto ticket = b.offer(one, room, bytes.size());
    QVERIFY(ticket);
    QVERIFY(ticket->offset == 0 && ticket->chunk == 32 * 1024 && !ticket->sent);
    qint64 at = 0;
    while (at < bytes.size()) {
        const auto progress = b.chunk(one, ticket->upload, at, bytes.mid(at, ticket->chunk));
        QVERIFY(!progress.error && progress.upload == ticket->upload && progress.offset > at);
        at = progress.offset;
    }
    QCOMPARE(b.told(other, "room.message"), 0); // nobody sees anything before
    QVERIFY(b.stored().isEmpty());
    const auto sent = b.finish(one, ticket->upload);
    QVERIFY(sent);
    QCOMPARE(sent->seq, 1);
    QCOMPARE(b.told(one, "room.message"), 1);
    QCOMPARE(b.told(other, "room.message"), 1);
    const auto message = b.stores().messages.find(room, 1);
    QCOMPARE(message->kind, MessageKind::File);
    QCOMPARE(message->text, u"look"_s);
    QCOMPARE(*message->file, (Attachment{u"photo.webp"_s, 100'000, u"application/octet-stream"_s}));
    QCOMPARE(b.fetched(other, room, 1), bytes);
    QCOMPARE(b.fetch(other, {room, 1, false, 99'999})->size(), 1);
    QCOMPARE(b.fetch(other, {room, 1, false, 100'000})->size(), 0);
    QCOMPARE(b.fetch(other, {room, 1, false, limits::fileBytes})->size(), 0);
    QCOMPARE(b.stored().size(), 1);
    QVERIFY(b.uploads.all().isEmpty());
}

void TestFiles::anImageIsMadeSafeOnItsWay()
{
    FileBench b;
    const Sender one = b.newSender(), other = b.newSender();
    const RoomId room = b.room(one, other);
    const qint64 seq = b.sent(one, room, "with all its metadata", true);
    QCOMPARE(b.images.seen, "with all its metadata"_ba);
    const auto message = b.stores().messages.find(room, seq);
    QCOMPARE(message->kind, MessageKind::Image);
    QCOMPARE(*message->file, (Attachment{u"photo.jpg"_s, 9, u"image/jpeg"_s, 20, 10, 5}));
    QCOMPARE(b.fetched(other, room, seq), "made anew"_ba);
    QCOMPARE(b.fetched(other, room, seq, true), "small"_ba);
    QCOMPARE(b.stored().size(), 2); // and not what came in
    QVERIFY(b.uploads.all().isEmpty());
}

void TestFiles::anImageThatCannotBeShownIsRefused()
{
    FileBench b;
    const Sender one = b.newSender(), other = b.newSender();
    const RoomId room = b.room(one, other);
    const auto ticket = b.offer(one, room, 6, true);
    b.send(one, ticket->upload, "a bomb");
    b.images.refusal = Error{ErrorCode::FileType, {}, u"pixels"_s, {}, {}};
    const auto refused = b.finish(one, ticket->upload);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::FileType);
    QCOMPARE(refused.error().reason, u"pixels"_s);
    QVERIFY(b.stored().isEmpty());
    QCOMPARE(b.told(other, "room.message"), 0);
    QVERIFY(b.ask(one, cmd::Withdraw{ticket->upload}));
    QVERIFY(b.uploads.all().isEmpty());
}

void TestFiles::oneImageOfAnAccountIsMadeAtATime()
{
    FileBench b;
    const Sender one = b.newSender(), other = b.newSender();
    const RoomId room = b.room(one, other);
    const auto ticket = b.offer(one, room, 1, true), second = b.offer(one, room, 1, true), third = b.offer(other, room, 1, true);
    b.send(one, ticket->upload, "1");
    b.send(one, second->upload, "2");
    b.send(other, third->upload, "3");
    std::vector<qint64> asked;
    std::binary_semaphore go(0);
    b.images.meanwhile = [&] {
        if (asked.empty()) { // the first one waits until the others have been asked for
            asked = {b.askToFinish(one, second->upload), b.askToFinish(one, ticket->upload)};
            go.acquire();
        }
    };
    const qint64 first = b.askToFinish(one, ticket->upload);
    QTRY_COMPARE(b.waiting(), 2);
    go.release();
    QVERIFY(b.finished(first));
    for (const qint64 request : asked)
        QCOMPARE(b.finished(request).error(), Error::later(ErrorCode::Unavailable, 1s));
    QVERIFY(b.finish(other, third->upload));
    QVERIFY(b.finish(one, second->upload));
}

void TestFiles::theSameBytesAreStoredOnce()
{
    FileBench b;
    const Sender one = b.newSender(), other = b.newSender();
    const RoomId room = b.room(one, other);
    const qint64 first = b.sent(one, room, "bytes"), second = b.sent(other, room, "bytes");
    QCOMPARE(b.stored().size(), 1);
    QVERIFY(b.ask(one, cmd::Erase{room, first}));
    b.tick();
    QCOMPARE(b.fetched(one, room, second), "bytes"_ba);
    QVERIFY(b.ask(other, cmd::Erase{room, second}));
    QVERIFY(*b.stores().agenda.next(20s) <= b.clock.now()); // at once
    b.tick();
    QVERIFY(b.stored().isEmpty());
}

void TestFiles::theSameOfferGoesOnWhereItStopped()
{
    FileBench b;
    const Sender one = b.newSender(), other = b.newSender();
    const RoomId room = b.room(one, other);
    const ClientId cid = ClientId::fromBytes(QByteArray(16, 'c'));
    const auto ticket = b.offer(one, room, 10, false, cid);
    b.send(one, ticket->upload, "01234");
    const auto again = b.offer(one, room, 10, false, cid);
    QVERIFY(again);
    QVERIFY(again->upload == ticket->upload && again->offset == 5 && !again->sent);
    QCOMPARE(b.chunk(one, again->upload, 5, "56789").offset, 10);
    QVERIFY(b.finish(one, again->upload));
    QCOMPARE(b.fetched(other, room, 1), "0123456789"_ba);
}

void TestFiles::aSentMessageIsNotSentTwice()
{
    FileBench b;
    const Sender one = b.newSender(), other = b.newSender();
    const RoomId room = b.room(one, other);
    const ClientId cid = ClientId::fromBytes(QByteArray(16, 'c'));
    const auto ticket = b.offer(one, room, 5, false, cid);
    b.send(one, ticket->upload, "01234");
    // Two that were got ready at the same time, as after a disconnect.
    const auto first = b.prepare(one, ticket->upload), second = b.prepare(one, ticket->upload);
    QVERIFY(b.run({first, second}));
    const auto again = b.offer(one, room, 5, false, cid);
    QVERIFY(again);
    QCOMPARE(again->sent, std::optional<qint64>(1));
    const auto gone = b.finish(one, ticket->upload);
    QVERIFY(!gone);
    QCOMPARE(gone.error().code, ErrorCode::UploadGone);
    QCOMPARE(b.stores().rooms.find(room)->head, 1);
    QCOMPARE(b.told(other, "room.message"), 1);
    QVERIFY(b.ask(one, cmd::Erase{room, 1}));
    QCOMPARE(b.offer(one, room, 5, false, cid)->sent, std::optional<qint64>(1));
}

void TestFiles::otherWordsUnderTheSameIdAreAConflict()
{
    FileBench b;
    const Sender one = b.newSender(), other = b.newSender();
    const RoomId room = b.room(one, other);
    const ClientId cid = ClientId::fromBytes(QByteArray(16, 'c')), text = ClientId::fromBytes(QByteArray(16, 't'));
    QVERIFY(b.offer(one, room, 10, false, cid));
    QCOMPARE(b.offer(one, room, 11, false, cid).error().code, ErrorCode::MessageConflict);
    QCOMPARE(b.offer(one, room, 10, true, cid).error().code, ErrorCode::MessageConflict);
    QVERIFY(b.offer(other, room, 11, true, cid)); // another device's ids are its own
    QVERIFY(b.ask(one, cmd::Send{room, text, u"hi"_s}));
    QCOMPARE(b.offer(one, room, 10, false, text).error().code, ErrorCode::MessageConflict);
    // A text that takes the id while the file is on its way.
    const auto ticket = b.offer(one, room, 1, false, ClientId::fromBytes(QByteArray(16, 'u')));
    b.send(one, ticket->upload, "x");
    QVERIFY(b.ask(one, cmd::Send{room, ClientId::fromBytes(QByteArray(16, 'u')), u"hi"_s}));
    QCOMPARE(b.finish(one, ticket->upload).error().code, ErrorCode::MessageConflict);
    QVERIFY(b.stored().isEmpty());
}

void TestFiles::anOfferCanBeRefused()
{
    FileBench b;
    const Sender one = b.newSender(), other = b.newSender(), third = b.newSender();
    const RoomId room = b.room(one, other), strangers = b.room(one, third, false);
    QCOMPARE(b.offer(third, room, 10).error().code, ErrorCode::RoomNotFound);
    QCOMPARE(b.offer(one, strangers, 10).error().code, ErrorCode::StrangerFile);
    QCOMPARE(b.offer(one, strangers, 10, true).error().code, ErrorCode::StrangerFile);
    QVERIFY(b.ask(third, cmd::Send{strangers, ClientId::fromBytes(QByteArray(16, 's')), u"hi"_s}));
    QVERIFY(b.offer(one, strangers, 10)); // now they have written
    QCOMPARE(b.ask(one, cmd::Offer{room, ClientId::fromBytes(QByteArray(16, 'r')), u"a"_s, 10, false, {}, 1}).error().field, u"args.reply"_s);
    QVERIFY(b.ask(other, cmd::Leave{room}));
    QCOMPARE(b.offer(one, room, 10).error().code, ErrorCode::RoomEnded);
    QCOMPARE(b.offer(other, room, 10).error().code, ErrorCode::RoomLeft);
    QCOMPARE(b.stores().uploads.countOf(one.identity.account), 1);
}

void TestFiles::sizesAndQuotaAreKept()
{
    FileBench b;
    const Sender one = b.newSender(), other = b.newSender();
    const RoomId room = b.room(one, other);
    const qint64 mib = 1 << 20;
    QCOMPARE(b.offer(one, room, 10 * mib + 1, true).error().code, ErrorCode::FileTooLarge);
    QCOMPARE(b.offer(one, room, 30 * mib + 1).error().code, ErrorCode::FileTooLarge);
    QVERIFY(b.offer(one, room, 10 * mib, true));
    QVERIFY(b.offer(one, room, 30 * mib));
    b.policy.quotaMib = 41;
    QCOMPARE(b.offer(one, room, mib + 1).error().code, ErrorCode::FileQuota);
    const auto third = b.offer(one, room, mib);
    QVERIFY(third);
    b.policy.quotaMib = 500;
    QVERIFY(b.offer(one, room, 1));
    QCOMPARE(b.offer(one, room, 1).error().code, ErrorCode::UploadLimit);
    QVERIFY(b.offer(other, room, 1)); // each for themselves
    // What is sent counts as what it takes.
    b.send(one, third->upload, bytesOf(mib));
    QVERIFY(b.finish(one, third->upload));
    b.policy.quotaMib = 41;
    QCOMPARE(b.offer(one, room, 1).error().code, ErrorCode::FileQuota);
    QVERIFY(b.ask(one, cmd::Erase{room, 1}));
    QVERIFY(b.offer(one, room, mib - 1));
}

void TestFiles::chunksOutOfPlaceChangeNothing()
{
    FileBench b;
    const Sender one = b.newSender(), other = b.newSender();
    const auto ticket = b.offer(one, b.room(one, other), 10);
    const auto tried = [&](qint64 offset, const QByteArray &bytes) {
        const auto progress = b.chunk(one, ticket->upload, offset, bytes);
        return std::pair(progress.offset, progress.error.value_or(u"none"_s));
    };
    using Said = std::pair<qint64, QString>;
    QCOMPARE(tried(3, "345"), Said(0, u"upload.offset"_s)); // before what comes first
    QCOMPARE(tried(0, "012345"), Said(6, u"none"_s));
    QCOMPARE(tried(0, "012345"), Said(6, u"none"_s)); // twice: it is there
    QCOMPARE(tried(4, "4567"), Said(6, u"upload.offset"_s));
    QCOMPARE(tried(8, "89"), Said(6, u"upload.offset"_s));
    QCOMPARE(tried(6, "67890"), Said(6, u"file.too_large"_s));
    QCOMPARE(tried(6, bytesOf(limits::chunkBytes + 1)), Said(6, u"file.too_large"_s));
    QCOMPARE(tried(-1, "0"), Said(6, u"file.too_large"_s));
    QCOMPARE(tried(std::numeric_limits<qint64>::max(), "0"), Said(6, u"file.too_large"_s));
    QCOMPARE(tried(6, {}), Said(6, u"none"_s));
    QCOMPARE(b.uploads.size(ticket->upload), 6);
    QCOMPARE(tried(6, "6789"), Said(10, u"none"_s));
    QCOMPARE(tried(10, "x"), Said(10, u"file.too_large"_s));
}

void TestFiles::nobodyElseCanAddToAnUpload()
{
    FileBench b;
    const Sender one = b.newSender(), other = b.newSender();
    const RoomId room = b.room(one, other);
    const auto ticket = b.offer(one, room, 10);
    Sender laptop = one;
    laptop.identity.device = other.identity.device;
    laptop.connection = 99;
    for (const Sender &who : {other, laptop}) {
        const auto progress = b.chunk(who, ticket->upload, 0, "0123456789");
        QCOMPARE(progress.error, std::optional(u"upload.gone"_s));
        QCOMPARE(progress.offset, 0);
        QCOMPARE(b.finish(who, ticket->upload).error().code, ErrorCode::UploadGone);
        QCOMPARE(b.ask(who, cmd::Withdraw{ticket->upload}).error().code, ErrorCode::UploadGone);
    }
    QCOMPARE(b.chunk(one, UploadId::fromBytes(QByteArray(16, 'u')), 0, "x").error, std::optional(u"upload.gone"_s));
    QVERIFY(b.uploads.all().isEmpty());
    QVERIFY(b.stores().uploads.find(ticket->upload));
}

void TestFiles::aFrameThatIsNoChunkIsToldSo()
{
    FileBench b;
    const Sender one = b.newSender();
    for (const QByteArray &bytes : {QByteArray(), QByteArray(23, 'x'), QByteArray(64, '\0')}) {
        const QByteArray answer = b.rawChunk(one, bytes);
        QVERIFY2(answer.startsWith(R"({"re":0,"err":{"code":"protocol.bad_field")"), answer.constData());
    }
}

void TestFiles::onlyWhatIsCompleteIsFinished()
{
    FileBench b;
    const Sender one = b.newSender(), other = b.newSender();
    const RoomId room = b.room(one, other);
    const auto ticket = b.offer(one, room, 10);
    QCOMPARE(b.finish(one, ticket->upload).error().code, ErrorCode::UploadOffset);
    b.send(one, ticket->upload, "012345678");
    QCOMPARE(b.finish(one, ticket->upload).error().code, ErrorCode::UploadOffset);
    QVERIFY(b.stored().isEmpty());
    QVERIFY(!b.chunk(one, ticket->upload, 9, "9").error);
    QVERIFY(b.finish(one, ticket->upload));
    QCOMPARE(b.finish(one, UploadId::fromBytes(QByteArray(16, 'u'))).error().code, ErrorCode::UploadGone);
}

void TestFiles::aWithdrawnUploadIsGone()
{
    FileBench b;
    const Sender one = b.newSender(), other = b.newSender();
    const auto ticket = b.offer(one, b.room(one, other), 10);
    b.send(one, ticket->upload, "0123");
    QCOMPARE(b.uploads.all().size(), 1);
    QVERIFY(b.ask(one, cmd::Withdraw{ticket->upload}));
    QVERIFY(b.uploads.all().isEmpty());
    QCOMPARE(b.chunk(one, ticket->upload, 4, "4").error, std::optional(u"upload.gone"_s));
    QCOMPARE(b.ask(one, cmd::Withdraw{ticket->upload}).error().code, ErrorCode::UploadGone);
    QVERIFY(b.uploads.all().isEmpty());
}

void TestFiles::whatIsNotFinishedInTimeIsSwept()
{
    FileBench b;
    const Sender one = b.newSender(), other = b.newSender();
    const auto ticket = b.offer(one, b.room(one, other), 10);
    b.send(one, ticket->upload, "0123");
    b.tick();
    b.pass(23h);
    b.tick();
    QCOMPARE(b.uploads.all().size(), 1);
    b.pass(2h);
    b.tick();
    QVERIFY(b.uploads.all().isEmpty());
    QVERIFY(!b.stores().uploads.find(ticket->upload));
}

void TestFiles::onlyMembersFetch()
{
    FileBench b;
    const Sender one = b.newSender(), other = b.newSender(), third = b.newSender();
    const RoomId room = b.room(one, other), elsewhere = b.room(one, third);
    const qint64 seq = b.sent(one, room, "secret");
    QCOMPARE(b.fetch(third, {room, seq, false, 0}).error().code, ErrorCode::RoomNotFound);
    QCOMPARE(b.fetch(third, {elsewhere, seq, false, 0}).error().code, ErrorCode::MessageNotFound);
    QCOMPARE(b.fetch(other, {room, seq + 1, false, 0}).error().code, ErrorCode::MessageNotFound);
    QCOMPARE(b.fetch(other, {room, seq, true, 0}).error().code, ErrorCode::FileGone); // a file has no thumbnail
    QVERIFY(b.ask(other, cmd::Send{room, ClientId::fromBytes(QByteArray(16, 's')), u"hi"_s}));
    QCOMPARE(b.fetch(other, {room, seq + 1, false, 0}).error().code, ErrorCode::MessageNotFound); // a text carries nothing
    QVERIFY(b.ask(other, cmd::Leave{room}));
    QCOMPARE(b.fetched(other, room, seq), "secret"_ba); // what they have read stays readable
}

void TestFiles::whatWasDeletedCannotBeFetched()
{
    FileBench b;
    const Sender one = b.newSender(), other = b.newSender();
    const RoomId room = b.room(one, other);
    const qint64 seq = b.sent(one, room, "a picture", true), kept = b.sent(one, room, "kept for a while");
    QVERIFY(b.ask(one, cmd::Erase{room, seq}));
    QCOMPARE(b.fetch(other, {room, seq, false, 0}).error().code, ErrorCode::MessageNotFound);
    QVERIFY(!b.stores().messages.find(room, seq)->file);
    b.tick();
    QCOMPARE(b.stored().size(), 1);
    QCOMPARE(b.ask(other, cmd::Erase{room, kept}).error().code, ErrorCode::MessageNotOwn);
    b.pass(std::chrono::days(30));
    QCOMPARE(b.fetch(other, {room, kept, false, 0}).error().code, ErrorCode::FileGone);
}

void TestFiles::whoLeftMeanwhileCannotFinish()
{
    FileBench b;
    const Sender one = b.newSender(), other = b.newSender();
    const RoomId room = b.room(one, other);
    const auto ticket = b.offer(one, room, 1);
    b.send(one, ticket->upload, "x");
    const auto job = b.prepare(one, ticket->upload);
    QVERIFY(b.ask(one, cmd::Leave{room}));
    QVERIFY(b.run({job}));
    QVERIFY(b.stored().isEmpty());
    QCOMPARE(b.finish(one, ticket->upload).error().code, ErrorCode::RoomLeft);
}

QTEST_GUILESS_MAIN(TestFiles)
#include "tst_files.moc"
