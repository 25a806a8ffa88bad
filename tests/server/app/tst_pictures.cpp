// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QTest>

#include "tests/server/app/file_bench.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::app;
using namespace jjak::app::test;
using namespace jjak::protocol;

namespace {

constexpr auto message = UploadFor::Message, post = UploadFor::Post;

ClientId cidOf(char letter)
{
    return ClientId::fromBytes(QByteArray(16, letter));
}

//! Pictures, the posts that show them, and who looks.
struct Gallery {
    FileBench b;
    Sender one = b.newAuthor(), other = b.newAuthor();
    char posts = 'A';

    cmd::WritePost draft(const QList<UploadId> &pictures) { return {cidOf(posts++), u"hello"_s, u"text"_s, {}, pictures}; }
    PostId write(const Sender &who, const QList<UploadId> &pictures)
    {
        const auto written = b.ask(who, draft(pictures));
        if (!written)
            qFatal("not written: %d", int(written.error().code));
        return written->post;
    }
    template <class C>
    ErrorCode refusal(const Sender &who, const C &command)
    {
        const auto answer = b.ask(who, command);
        return answer ? ErrorCode::ProtocolMalformed : answer.error().code;
    }
    cmd::EditPost edit(PostId id, std::optional<QList<UploadId>> pictures) { return {id, u"hello"_s, u"text"_s, {}, std::move(pictures)}; }
    //! The pictures of a post, in its order.
    QList<UploadId> shown(const Sender &who, PostId id)
    {
        QList<UploadId> out;
        if (const auto opened = b.read(who, cmd::OpenPost{id})) {
            for (const Picture &picture : opened->post.pictures)
                out.append(picture.upload);
        }
        return out;
    }
    QByteArray bytes(const Sender &who, UploadId id, bool thumbnail = false)
    {
        const auto piece = b.fetch(who, cmd::FetchPicture{id, thumbnail, 0});
        return piece ? *piece : QByteArray("refused ") + QByteArray::number(int(piece.error().code));
    }
    //! Files anywhere in the server's folder that have those bytes in them.
    QStringList filesWith(const QByteArray &bytes) const
    {
        QStringList out;
        for (QDirIterator it(b.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); it.hasNext();) {
            QFile file(it.next());
            if (file.open(QIODevice::ReadOnly) && file.readAll().contains(bytes))
                out.append(file.fileName());
        }
        return out;
    }
};

const QByteArray gone = "refused " + QByteArray::number(int(ErrorCode::FileGone));

} // namespace

//! The way of a picture into a post, who sees it there, and that it goes with it.
class TestPictures : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPictureGoesUpAndStandsInAPost();
    void postsInListsShowTheirPictures();
    void anOfferCanBeRefused();
    void sizesAndQuotaAreKept();
    void theSameOfferGoesOnWhereItStopped();
    void aLostAnswerIsGivenAgain();
    void filesAndPicturesAreFinishedEachTheirWay();
    void aPictureThatCannotBeShownIsRefused();
    void onlyWhatWaitsForAPostCanStandInOne_data();
    void onlyWhatWaitsForAPostCanStandInOne();
    void aPostIsNotWrittenTwice();
    void anotherDeviceMayUseIt();
    void editingSaysAllOfThem();
    void onlyWhoSeesThePostSeesItsPictures();
    void nothingIsLeftOfADeletedPostsPictures();
    void theSameBytesStayAsLongAsAPostHasThem();
    void whatNoPostTookIsSwept();
    void aWithdrawnPictureIsGone();
    void anUndonePostKeepsItsPictures();
};

void TestPictures::aPictureGoesUpAndStandsInAPost()
{
    Gallery g;
    g.b.images.image = "made anew";
    g.b.images.thumbnail = "small";
    const QByteArray bytes(40'000, 'x');
    const auto ticket = g.b.offerPicture(g.one, bytes.size());
    QVERIFY(ticket);
    QVERIFY(ticket->offset == 0 && ticket->chunk == limits::chunkBytes && !ticket->sent);
    g.b.send(g.one, ticket->upload, bytes);
    const auto finished = g.b.finishPicture(g.one, ticket->upload);
    QVERIFY(finished);
    const Picture picture{ticket->upload, {u"picture.jpg"_s, 9, u"image/jpeg"_s, 20, 10, 5}};
    QCOMPARE(finished->picture, picture);
    QCOMPARE(g.b.images.seen, bytes);
    QVERIFY(g.b.uploads.all().isEmpty());
    QCOMPARE(g.b.stored().size(), 2); // and not what came in
    QCOMPARE(g.bytes(g.one, ticket->upload), "made anew"_ba);
    QCOMPARE(g.bytes(g.other, ticket->upload), gone); // until it stands in a post

    const PostId id = g.write(g.one, {ticket->upload});
    for (const Sender &who : {g.one, g.other}) {
        QCOMPARE(g.b.read(who, cmd::OpenPost{id})->post.pictures, QList{picture});
        QCOMPARE(g.bytes(who, ticket->upload), "made anew"_ba);
        QCOMPARE(g.bytes(who, ticket->upload, true), "small"_ba);
        QCOMPARE(*g.b.fetch(who, cmd::FetchPicture{ticket->upload, false, 5}), "anew"_ba);
        QCOMPARE(*g.b.fetch(who, cmd::FetchPicture{ticket->upload, false, 9}), QByteArray());
    }
    QCOMPARE(g.bytes(g.other, UploadId::fromBytes(QByteArray(16, 'u'))), gone);
    g.b.pass(std::chrono::days(60)); // as long as its post, not as files of messages
    g.b.tick();
    QCOMPARE(g.bytes(g.other, ticket->upload), "made anew"_ba);
}

void TestPictures::postsInListsShowTheirPictures()
{
    Gallery g;
    const UploadId a = g.b.picture(g.one, "a"), b = g.b.picture(g.one, "b"), c = g.b.picture(g.other, "c");
    g.write(g.one, {b, a});
    g.write(g.one, {});
    g.write(g.other, {c});
    const auto idsIn = [](const QList<Post> &posts) {
        QList<QList<UploadId>> out;
        for (const Post &p : posts) {
            out.append(QList<UploadId>());
            for (const Picture &picture : p.pictures)
                out.last().append(picture.upload);
        }
        return out;
    };
    const QList<QList<UploadId>> wanted{{c}, {}, {b, a}};
    QCOMPARE(idsIn(g.b.read(g.other, cmd::ListPosts{})->posts), wanted);
    QCOMPARE(idsIn(g.b.read(g.other, cmd::FindPosts{u"ell"_s, {}})->posts), wanted);
    QCOMPARE(idsIn(g.b.read(g.one, cmd::ListPosts{Feed::Written, {}, {}, {}})->posts), wanted.mid(1));
    QCOMPARE(g.b.read(g.other, cmd::LookAtBoard{})->popular.size(), 3);
    QCOMPARE(idsIn(g.b.read(g.other, cmd::LookAtBoard{})->popular), wanted);
}

void TestPictures::anOfferCanBeRefused()
{
    Gallery g;
    const Sender nameless = g.b.newSender();
    const RoomId room = g.b.room(g.one, g.other);
    QCOMPARE(g.b.offerPicture(nameless, 5).error().code, ErrorCode::LoungeNoName);
    QCOMPARE(g.b.stores().uploads.count(), 0);
    QVERIFY(g.b.offerPicture(g.one, 5, cidOf('c')));
    for (const auto &[bytes, name] : {std::pair(6, u"photo.webp"_s), std::pair(5, u"other.webp"_s)})
        QCOMPARE(g.b.offerPicture(g.one, bytes, cidOf('c'), name).error().code, ErrorCode::MessageConflict);
    QCOMPARE(g.b.offer(g.one, room, 5, true, cidOf('c')).error().code, ErrorCode::MessageConflict);
    QVERIFY(g.b.offerPicture(g.other, 6, cidOf('c'))); // another device's ids are its own
    QVERIFY(g.b.offer(g.one, room, 5, true, cidOf('d')));
    QCOMPARE(g.b.offerPicture(g.one, 5, cidOf('d')).error().code, ErrorCode::MessageConflict);
}

void TestPictures::sizesAndQuotaAreKept()
{
    Gallery g;
    constexpr qint64 mib = 1 << 20;
    QCOMPARE(g.b.offerPicture(g.one, 10 * mib + 1).error().code, ErrorCode::FileTooLarge);
    g.b.policy.imageMib = 2;
    QCOMPARE(g.b.offerPicture(g.one, 2 * mib + 1).error().code, ErrorCode::FileTooLarge);
    g.b.policy.quotaMib = 3;
    QVERIFY(g.b.offerPicture(g.one, 2 * mib));
    QCOMPARE(g.b.offerPicture(g.one, 2 * mib).error().code, ErrorCode::FileQuota);
    g.b.policy.quotaMib = 500;
    const RoomId room = g.b.room(g.one, g.other);
    QVERIFY(g.b.offer(g.one, room, 1) && g.b.offerPicture(g.one, 1) && g.b.offerPicture(g.one, 1));
    QCOMPARE(g.b.offerPicture(g.one, 1).error().code, ErrorCode::UploadLimit);
    // What is stored takes as much as it is there, whether a post has it or not; files of rooms count with it.
    const UploadId id = g.b.picture(g.other, QByteArray(2 * mib, 'p'));
    g.b.policy.quotaMib = 3;
    QCOMPARE(g.b.offerPicture(g.other, mib + 1).error().code, ErrorCode::FileQuota);
    const PostId written = g.write(g.other, {id});
    QCOMPARE(g.b.offer(g.other, room, mib + 1).error().code, ErrorCode::FileQuota);
    QVERIFY(g.b.ask(g.other, cmd::ErasePost{written}));
    QVERIFY(g.b.offer(g.other, room, mib + 1));
}

void TestPictures::theSameOfferGoesOnWhereItStopped()
{
    Gallery g;
    const auto ticket = g.b.offerPicture(g.one, 10, cidOf('c'));
    g.b.send(g.one, ticket->upload, "01234");
    const auto again = g.b.offerPicture(g.one, 10, cidOf('c'));
    QVERIFY(again);
    QVERIFY(again->upload == ticket->upload && again->offset == 5 && !again->sent);
    QCOMPARE(g.b.finishPicture(g.one, ticket->upload).error().code, ErrorCode::UploadOffset);
    QCOMPARE(g.b.chunk(g.one, again->upload, 5, "56789").offset, 10);
    QVERIFY(g.b.finishPicture(g.one, ticket->upload));
    QCOMPARE(g.b.images.seen, "0123456789"_ba);
}

void TestPictures::aLostAnswerIsGivenAgain()
{
    Gallery g;
    const auto ticket = g.b.offerPicture(g.one, 10, cidOf('c'));
    g.b.send(g.one, ticket->upload, "0123456789");
    // Two that were got ready at the same time, as after a disconnect.
    const auto first = g.b.prepare(g.one, ticket->upload, post), second = g.b.prepare(g.one, ticket->upload, post);
    QVERIFY(g.b.run({first, second}));
    const auto finished = g.b.finishPicture(g.one, ticket->upload);
    QVERIFY(finished);
    QCOMPARE(finished->picture.upload, ticket->upload);
    QCOMPARE(g.b.stores().files.bytesOf(g.one.identity.account), finished->picture.file.bytes); // it is there once
    const auto again = g.b.offerPicture(g.one, 10, cidOf('c'));
    QVERIFY(again);
    QVERIFY(again->upload == ticket->upload && again->offset == 10 && !again->sent);
    QCOMPARE(g.b.offerPicture(g.one, 9, cidOf('c')).error().code, ErrorCode::MessageConflict);
    const auto renamed = g.b.offerPicture(g.one, 10, cidOf('c'), u"other.webp"_s); // what it was called is forgotten
    QVERIFY(renamed && renamed->upload == ticket->upload);
    g.write(g.one, {ticket->upload});
    QCOMPARE(g.b.finishPicture(g.one, ticket->upload)->picture, finished->picture);
    QCOMPARE(g.b.finishPicture(g.other, ticket->upload).error().code, ErrorCode::UploadGone);
    QVERIFY(g.b.uploads.all().isEmpty());
}

void TestPictures::filesAndPicturesAreFinishedEachTheirWay()
{
    Gallery g;
    const RoomId room = g.b.room(g.one, g.other);
    const auto file = g.b.offer(g.one, room, 1, true), picture = g.b.offerPicture(g.one, 1);
    g.b.send(g.one, file->upload, "f");
    g.b.send(g.one, picture->upload, "p");
    QCOMPARE(g.b.finish(g.one, picture->upload).error().code, ErrorCode::UploadGone);
    QCOMPARE(g.b.finishPicture(g.one, file->upload).error().code, ErrorCode::UploadGone);
    QCOMPARE(g.b.finishPicture(g.other, picture->upload).error().code, ErrorCode::UploadGone);
    QCOMPARE(g.b.told(g.other, "room.message"), 0);
    QVERIFY(g.b.stored().isEmpty());
    // Neither was harmed by it; nor can what is ready for the one be taken for the other.
    auto job = g.b.prepare(g.one, picture->upload, post);
    std::get<FinishedUpload>(job.work).purpose = message;
    QVERIFY(g.b.run({job}));
    QVERIFY(g.b.stored().isEmpty());
    QVERIFY(g.b.finish(g.one, file->upload) && g.b.finishPicture(g.one, picture->upload));
}

void TestPictures::aPictureThatCannotBeShownIsRefused()
{
    Gallery g;
    const auto ticket = g.b.offerPicture(g.one, 6);
    g.b.send(g.one, ticket->upload, "a bomb");
    g.b.images.refusal = Error{ErrorCode::FileType, {}, u"pixels"_s, {}, {}};
    QCOMPARE(g.b.finishPicture(g.one, ticket->upload).error(), *g.b.images.refusal);
    QVERIFY(g.b.stored().isEmpty());
    QCOMPARE(g.refusal(g.one, g.draft({ticket->upload})), ErrorCode::UploadGone);
    QVERIFY(g.b.ask(g.one, cmd::Withdraw{ticket->upload}));
    QVERIFY(g.b.uploads.all().isEmpty());
}

void TestPictures::onlyWhatWaitsForAPostCanStandInOne_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<ErrorCode>("wanted");
    for (const QString &what : {u"unknown"_s, u"unfinished"_s, u"somebody else's"_s, u"another post's"_s, u"swept"_s})
        QTest::newRow(qPrintable(what)) << what << ErrorCode::UploadGone;
    QTest::newRow("twice") << u"twice"_s << ErrorCode::ProtocolBadField;
}

void TestPictures::onlyWhatWaitsForAPostCanStandInOne()
{
    QFETCH(const QString, what);
    QFETCH(const ErrorCode, wanted);
    Gallery g;
    const UploadId mine = g.b.picture(g.one, "mine"), theirs = g.b.picture(g.other, "theirs"), used = g.b.picture(g.one, "used");
    const PostId there = g.write(g.one, {used}), empty = g.write(g.one, {});
    UploadId bad = mine;
    if (what == u"unknown"_s)
        bad = UploadId::fromBytes(QByteArray(16, 'u'));
    else if (what == u"unfinished"_s)
        bad = g.b.offerPicture(g.one, 5)->upload;
    else if (what == u"somebody else's"_s)
        bad = theirs;
    else if (what == u"another post's"_s)
        bad = used;
    else if (what == u"swept"_s) {
        bad = g.b.picture(g.one, "too late");
        g.b.stores().pictures.remove(bad);
    }
    const auto draft = g.draft({mine, bad});
    QCOMPARE(g.refusal(g.one, draft), wanted);
    QCOMPARE(g.refusal(g.one, g.edit(empty, QList{mine, bad})), wanted);
    if (wanted == ErrorCode::ProtocolBadField)
        QCOMPARE(g.b.ask(g.one, draft).error(), Error::badField(u"args.pictures"_s, u"value"_s));
    // Nothing was changed by it: there is no post more, each picture is where it was, and this one can be used.
    QCOMPARE(g.b.read(g.other, cmd::ListPosts{})->posts.size(), 2);
    QCOMPARE(g.shown(g.other, there), QList{used});
    QCOMPARE(g.shown(g.other, empty), QList<UploadId>());
    QCOMPARE(g.bytes(g.other, mine), gone);
    QCOMPARE(g.shown(g.other, g.write(g.one, {mine})), QList{mine});
}

void TestPictures::aPostIsNotWrittenTwice()
{
    Gallery g;
    const auto draft = g.draft({g.b.picture(g.one, "a"), g.b.picture(g.one, "b")});
    const auto first = g.b.ask(g.one, draft), again = g.b.ask(g.one, draft);
    QVERIFY(first && again);
    QCOMPARE(again->post, first->post);
    QCOMPARE(g.shown(g.other, first->post), *draft.pictures);
    QVERIFY(g.b.ask(g.one, cmd::ErasePost{first->post}));
    QCOMPARE(g.b.ask(g.one, draft)->post, first->post); // deleted, and not written anew
    QVERIFY(g.b.read(g.other, cmd::ListPosts{})->posts.isEmpty());
}

void TestPictures::anotherDeviceMayUseIt()
{
    Gallery g;
    Sender laptop = g.b.newSender();
    laptop.identity.account = g.one.identity.account;
    const UploadId id = g.b.picture(g.one, "from the phone");
    QCOMPARE(g.bytes(laptop, id), "from the phone"_ba);
    QCOMPARE(g.shown(g.other, g.write(laptop, {id})), QList{id});
}

void TestPictures::editingSaysAllOfThem()
{
    Gallery g;
    const UploadId a = g.b.picture(g.one, "picture a"), b = g.b.picture(g.one, "picture b"), c = g.b.picture(g.one, "picture c");
    const PostId id = g.write(g.one, {a, b});
    const auto edited = [&] { return g.b.stores().posts.find(id)->edited.has_value(); };
    QVERIFY(g.b.ask(g.one, g.edit(id, {})) && g.b.ask(g.one, g.edit(id, QList{a, b})));
    QCOMPARE(g.shown(g.other, id), (QList{a, b}));
    QVERIFY(!edited()); // nothing is different
    QVERIFY(g.b.ask(g.one, g.edit(id, QList{b, a})));
    QCOMPARE(g.shown(g.other, id), (QList{b, a}));
    QVERIFY(edited());
    QVERIFY(g.b.ask(g.one, g.edit(id, QList{c, b})));
    QCOMPARE(g.shown(g.other, id), (QList{c, b}));
    g.b.tick();
    QCOMPARE(g.bytes(g.one, a), gone);
    QCOMPARE(g.filesWith("picture a"), QStringList());
    QCOMPARE(g.b.stored().size(), 4);
    QCOMPARE(g.refusal(g.one, g.edit(id, QList{a})), ErrorCode::UploadGone);
    QCOMPARE(g.refusal(g.other, g.edit(id, QList<UploadId>())), ErrorCode::LoungeNotOwn);
    QVERIFY(g.b.ask(g.one, cmd::EditPost{id, u"other words"_s, {}, {}}));
    QCOMPARE(g.shown(g.other, id), (QList{c, b}));
    QVERIFY(g.b.ask(g.one, g.edit(id, QList<UploadId>())));
    g.b.tick();
    QVERIFY(g.shown(g.other, id).isEmpty() && g.b.stored().isEmpty());
}

void TestPictures::onlyWhoSeesThePostSeesItsPictures()
{
    Gallery g;
    const UploadId a = g.b.picture(g.one, "a"), b = g.b.picture(g.other, "b");
    const PostId first = g.write(g.one, {a}), second = g.write(g.other, {b});
    const Sender third = g.b.newSender();
    QVERIFY(g.b.ask(g.other, cmd::Block{{}, {}, {}, first, {}}));
    for (const bool thumbnail : {false, true}) { // both ways
        QCOMPARE(g.bytes(g.other, a, thumbnail), gone);
        QCOMPARE(g.bytes(g.one, b, thumbnail), gone);
        QVERIFY(!g.bytes(third, a, thumbnail).startsWith("refused") && !g.bytes(third, b, thumbnail).startsWith("refused"));
    }
    QVERIFY(!g.b.read(g.one, cmd::OpenPost{second}) && !g.b.read(g.other, cmd::OpenPost{first}));
    QCOMPARE(g.b.read(g.one, cmd::ListPosts{})->posts.size(), 1);
}

void TestPictures::nothingIsLeftOfADeletedPostsPictures()
{
    Gallery g;
    const UploadId a = g.b.picture(g.one, "secret picture"), b = g.b.picture(g.one, "other secret");
    const PostId id = g.write(g.one, {a, b});
    QCOMPARE(g.filesWith("secret").size(), 4);
    QVERIFY(g.b.ask(g.one, cmd::ErasePost{id}));
    QCOMPARE(g.bytes(g.one, a), gone);
    QVERIFY(*g.b.stores().agenda.next(20s) <= g.b.clock.now()); // the bytes go at once
    g.b.tick();
    QCOMPARE(g.filesWith("secret"), QStringList());
    QVERIFY(g.b.stored().isEmpty() && g.b.uploads.all().isEmpty());
    QCOMPARE(g.b.stores().files.bytesOf(g.one.identity.account), 0);
    QVERIFY(!g.b.stores().pictures.find(a) && !g.b.stores().pictures.find(b));
}

void TestPictures::theSameBytesStayAsLongAsAPostHasThem()
{
    Gallery g;
    const UploadId a = g.b.picture(g.one, "the same"), b = g.b.picture(g.other, "the same");
    QCOMPARE(g.b.stored().size(), 2);
    const PostId first = g.write(g.one, {a});
    g.write(g.other, {b});
    QVERIFY(g.b.ask(g.one, cmd::ErasePost{first}));
    g.b.tick();
    QCOMPARE(g.bytes(g.one, b), "the same"_ba);
    QCOMPARE(g.bytes(g.one, a), gone);
}

void TestPictures::whatNoPostTookIsSwept()
{
    Gallery g;
    g.b.tick();
    const UploadId waits = g.b.picture(g.one, "waits"), stands = g.b.picture(g.one, "stands");
    g.write(g.one, {stands});
    const auto half = g.b.offerPicture(g.one, 10);
    g.b.send(g.one, half->upload, "0123");
    g.b.pass(23h);
    g.b.tick();
    QCOMPARE(g.bytes(g.one, waits), "waits"_ba);
    QCOMPARE(g.b.uploads.all().size(), 1);
    g.b.pass(2h);
    g.b.tick();
    g.b.tick();
    QCOMPARE(g.bytes(g.one, waits), gone);
    QCOMPARE(g.bytes(g.other, stands), "stands"_ba);
    QCOMPARE(g.b.stored().size(), 2);
    QVERIFY(g.b.uploads.all().isEmpty());
    QCOMPARE(g.b.finishPicture(g.one, waits).error().code, ErrorCode::UploadGone);
}

void TestPictures::aWithdrawnPictureIsGone()
{
    Gallery g;
    const auto half = g.b.offerPicture(g.one, 10);
    g.b.send(g.one, half->upload, "0123");
    QVERIFY(g.b.ask(g.one, cmd::Withdraw{half->upload}));
    QVERIFY(g.b.uploads.all().isEmpty());
    const UploadId waits = g.b.picture(g.one, "withdrawn bytes"), stands = g.b.picture(g.one, "stands");
    const PostId id = g.write(g.one, {stands});
    QCOMPARE(g.refusal(g.other, cmd::Withdraw{waits}), ErrorCode::UploadGone);
    QCOMPARE(g.filesWith("withdrawn bytes").size(), 2);
    QVERIFY(g.b.ask(g.one, cmd::Withdraw{waits}));
    g.b.tick();
    QCOMPARE(g.bytes(g.one, waits), gone);
    QCOMPARE(g.filesWith("withdrawn bytes"), QStringList());
    QCOMPARE(g.refusal(g.one, cmd::Withdraw{stands}), ErrorCode::UploadGone); // its post has it: lounge.edit takes it out
    QCOMPARE(g.shown(g.other, id), QList{stands});
}

void TestPictures::anUndonePostKeepsItsPictures()
{
    Gallery g;
    const UploadId id = g.b.picture(g.one, "a");
    const auto draft = g.draft({id});
    g.b.breakNextCommit();
    QCOMPARE(g.refusal(g.one, draft), ErrorCode::Unavailable);
    QCOMPARE(g.bytes(g.other, id), gone);
    const auto written = g.b.ask(g.one, draft);
    QVERIFY(written);
    QCOMPARE(g.shown(g.other, written->post), QList{id});
    // The same while it is finished: the bytes are there still, and it is finished the next time.
    const auto ticket = g.b.offerPicture(g.one, 1);
    g.b.send(g.one, ticket->upload, "x");
    const auto job = g.b.prepare(g.one, ticket->upload, post);
    g.b.breakNextCommit();
    QVERIFY(!g.b.run({job}));
    QVERIFY(!g.b.stores().pictures.find(ticket->upload));
    QVERIFY(g.b.finishPicture(g.one, ticket->upload));
}

QTEST_GUILESS_MAIN(TestPictures)
#include "tst_pictures.moc"
