// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The lounge over real sockets: posts with pictures, comments and likes by real clients, through cut wires and a killed server; and
// a table from its offer to the talk at it, over raw frames and by real clients.
#include <QBuffer>
#include <QImage>
#include <QJsonArray>
#include <QTest>

#include "client/core/lounge/lounge.h"
#include "client/core/lounge/post_list_model.h"
#include "client/core/lounge/tables.h"
#include "tests/e2e/asker.h"
#include "tests/e2e/person.h"
#include "tests/support/prepared.h"
#include "tests/support/server_process.h"

using namespace jjak;
using namespace jjak::e2e;
using namespace jjak::test;
using namespace Qt::StringLiterals;
using client::Lounge;
using client::PostListModel;
using protocol::Post;

namespace {

//! What an answer of the lounge was; waits for it.
template <class T>
std::optional<Result<T>> answerOf(const std::function<void(Lounge::Answer<T>)> &ask)
{
    auto answer = std::make_shared<std::optional<Result<T>>>();
    ask([answer](Result<T> result) { answer->emplace(std::move(result)); });
    (void)waitFor([&] { return answer->has_value(); });
    return *answer;
}

//! Takes a name in the lounge, which is not the one that others meet.
bool introduce(Person &person, const QString &name)
{
    protocol::Profile profile;
    profile.name = name;
    const auto answer = answerOf<Done>([&](auto done) { person.session().lounge().introduce(profile, done); });
    return answer && answer->ok();
}

std::optional<PostId> written(Person &person, const client::PostDraft &draft)
{
    const auto answer = answerOf<PostId>([&](auto done) { person.session().lounge().write(draft, done); });
    return answer && answer->ok() ? std::optional(**answer) : std::nullopt;
}

//! A photograph that says where it was taken.
QByteArray photo(int seed)
{
    QImage image(640, 480, QImage::Format_RGB32);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            image.setPixel(x, y, qRgb((x * seed) % 256, y % 256, (x * y) % 256));
    }
    image.setText(u"Comment"_s, u"taken at 37.5665 N"_s);
    QByteArray out;
    QBuffer buffer(&out);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "JPG");
    return out;
}

const client::PostDraft walk{u"비 오는 날 산책"_s, u"**물소리**만 들렸어요."_s, {u"#산책"_s, u"Rain"_s}};

} // namespace

class TestLounge : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPostIsReadLikedAndCommented();
    void whatIsWrittenDuringAnOutageIsThereOnce();
    void picturesGoUpThroughAnOutageAndGoWithTheirPost();
    void aTableFillsAndItsRoomOpens();
    void fromAPostWithPicturesToTheTalkAtItsTable();

private:
    //! Somebody at the table, who speaks JSON.
    struct Guest {
        std::unique_ptr<Asker> asker;
        QString persona;
    };
    static QJsonObject tableOf(Guest &guest, const QString &table) { return guest.asker->ask(u"table.look"_s, {{u"table"_s, table}}).ok["table"_L1].toObject(); }
};

void TestLounge::aPostIsReadLikedAndCommented()
{
    ServerProcess server;
    QVERIFY2(server.start(), qPrintable(server.log()));
    Person author(u"민지"_s, server.port()), reader(u"Jun"_s, server.port());
    QVERIFY(author.signUp() && reader.signUp());
    QVERIFY(waitFor([&] { return author.ready() && reader.ready(); }));
    const auto nameless = answerOf<PostId>([&](auto done) { author.session().lounge().write(walk, done); });
    QVERIFY(nameless && !nameless->ok());
    QCOMPARE(nameless->error().code, ErrorCode::LoungeNoName);
    QVERIFY(introduce(author, u"느린산책"_s) && introduce(reader, u"two coffees"_s));
    const auto post = written(author, walk);
    QVERIFY(post);

    PostListModel list(reader.session().lounge());
    list.setQuery({});
    QVERIFY(waitFor([&] { return list.isListed(); }));
    QCOMPARE(list.rowCount(), 1);
    const Post seen = *list.postAt(0);
    QCOMPARE(seen.post, *post);
    QCOMPARE(seen.name, u"느린산책"_s);
    QCOMPARE(seen.heading, walk.title);
    QCOMPARE(seen.tags, (QList<QString>{u"산책"_s, u"rain"_s}));
    QVERIFY(!seen.mine && !seen.demo);

    Lounge &lounge = reader.session().lounge();
    lounge.like(*post, true);
    const auto comment = answerOf<CommentId>([&](auto done) { lounge.comment(*post, u"저도 가 볼래요"_s, done); });
    QVERIFY(comment && comment->ok());
    const auto opened = answerOf<protocol::cmd::OpenedPost>([&](auto done) { author.session().lounge().open(*post, done); });
    QVERIFY(opened && opened->ok());
    QCOMPARE((*opened)->post.text, walk.text);
    QCOMPARE((*opened)->post.likes, 1);
    QCOMPARE((*opened)->post.comments, 1);
    QCOMPARE((*opened)->comments.comments.size(), 1);
    QCOMPARE((*opened)->comments.comments.first().name, u"two coffees"_s);
    QVERIFY((*opened)->post.mine && !(*opened)->comments.comments.first().mine);

    // Found by what stands within a word; and gone for everybody when it is deleted.
    const auto find = [&](const QString &text) { return answerOf<protocol::cmd::PostList>([&](auto done) { lounge.find({text, {}}, done); }); };
    const auto found = find(u"소리만"_s);
    QVERIFY(found && found->ok());
    QCOMPARE((*found)->posts.size(), 1);
    const auto erased = answerOf<Done>([&](auto done) { author.session().lounge().erase(*post, done); });
    QVERIFY(erased && erased->ok());
    const auto after = find(u"소리만"_s);
    QVERIFY(after && after->ok() && (*after)->posts.isEmpty());
    const auto gone = answerOf<protocol::cmd::OpenedPost>([&](auto done) { lounge.open(*post, done); });
    QVERIFY(gone && !gone->ok());
    QCOMPARE(gone->error().code, ErrorCode::PostNotFound);
}

void TestLounge::whatIsWrittenDuringAnOutageIsThereOnce()
{
    ServerProcess server;
    QVERIFY2(server.start(), qPrintable(server.log()));
    Person author(u"민지"_s, server.port());
    QVERIFY(author.signUp());
    QVERIFY(waitFor([&] { return author.ready(); }));
    QVERIFY(introduce(author, u"느린산책"_s));
    std::optional<Result<PostId>> first, second;
    author.session().lounge().write(walk, [&](const Result<PostId> &result) { first = result; });
    author.wire().cut(); // with the command, or its answer, on the way
    QVERIFY(waitFor([&] { return first.has_value(); }));
    QVERIFY(first->ok());
    author.wire().setDown(true);
    author.session().lounge().write({u"둘째"_s, u"글"_s, {}}, [&](const Result<PostId> &result) { second = result; });
    server.kill();
    QVERIFY2(server.start(), qPrintable(server.log()));
    author.wire().setDown(false);
    QVERIFY(waitFor([&] { return second.has_value(); }));
    QVERIFY(second->ok());
    const auto own = answerOf<protocol::cmd::PostList>([&](auto done) { author.session().lounge().list({protocol::Feed::Written, {}, {}, {}}, done); });
    QVERIFY(own && own->ok());
    QCOMPARE((*own)->posts.size(), 2);
    QCOMPARE((*own)->posts[0].post, **second);
    QCOMPARE((*own)->posts[1].post, **first);
}

void TestLounge::picturesGoUpThroughAnOutageAndGoWithTheirPost()
{
    using State = client::PictureTray::Item::State;
    ServerProcess server;
    QVERIFY2(server.start(), qPrintable(server.log()));
    Person author(u"민지"_s, server.port()), reader(u"Jun"_s, server.port());
    QVERIFY(author.signUp() && reader.signUp());
    QVERIFY(waitFor([&] { return author.ready() && reader.ready(); }));
    QVERIFY(introduce(author, u"느린산책"_s));
    client::PictureTray &tray = author.session().lounge().tray();
    QVERIFY(tray.add(photo(3), u"강가.webp"_s) && tray.add(photo(5), u"나무.jpg"_s));
    const auto bad = tray.add("#!/bin/sh", u"사진.jpg"_s);
    QVERIFY(bad);
    author.wire().cut(); // with chunks on the way, or an answer
    QVERIFY(waitFor([&] { return tray.count(State::Done) >= 1; }));
    server.kill();
    QVERIFY2(server.start(), qPrintable(server.log()));
    QVERIFY(waitFor([&] { return tray.count(State::Sending) == 0; }));
    QCOMPARE(tray.count(State::Done), 2);
    QCOMPARE(tray.item(*bad)->error.code, ErrorCode::FileType);
    tray.remove(*bad);
    QVERIFY(waitFor([&] { return author.ready() && reader.ready(); }));
    client::PostDraft draft = walk;
    draft.pictures = tray.pictures();
    const auto post = written(author, draft);
    QVERIFY(post);

    const auto opened = answerOf<protocol::cmd::OpenedPost>([&](auto done) { reader.session().lounge().open(*post, done); });
    QVERIFY(opened && opened->ok());
    QCOMPARE((*opened)->post.pictures, draft.pictures);
    QCOMPARE((*opened)->post.pictures.value(0).file.name, u"picture.jpg"_s);
    client::Pictures &pictures = reader.session().lounge().pictures();
    const auto bytesOf = [&](const protocol::Picture &picture, bool thumbnail) {
        const auto answer = answerOf<QByteArray>([&](auto done) { pictures.fetch(picture, thumbnail, done); });
        return answer && answer->ok() ? **answer : QByteArray();
    };
    for (const protocol::Picture &picture : draft.pictures) {
        const QByteArray whole = bytesOf(picture, false), small = bytesOf(picture, true);
        QCOMPARE(QImage::fromData(whole).size(), QSize(640, 480));
        QVERIFY(!QImage::fromData(small).isNull());
        QVERIFY(!whole.contains("37.5665") && !small.contains("37.5665"));
    }
    const auto erased = answerOf<Done>([&](auto done) { author.session().lounge().erase(*post, done); });
    QVERIFY(erased && erased->ok());
    const auto gone = answerOf<QByteArray>([&](auto done) { pictures.look(draft.pictures.first(), done); });
    QVERIFY(gone && !gone->ok());
    QCOMPARE(gone->error().code, ErrorCode::FileGone);
}

void TestLounge::aTableFillsAndItsRoomOpens()
{
    ServerProcess server;
    std::vector<PreparedPerson> people;
    {
        Preparation preparation(server.database());
        people = preparation.people(5, u"p"_s);
    }
    QVERIFY2(server.start(), qPrintable(server.log()));
    std::vector<Guest> guests;
    for (size_t i = 0; i < people.size(); ++i) {
        Guest guest{std::make_unique<Asker>(server.port()), {}};
        QVERIFY(guest.asker->resume(people[i].token));
        const QJsonObject profile{{u"name"_s, u"guest %1"_s.arg(i)}, {u"line"_s, QString()}, {u"languages"_s, QJsonArray{u"ko"_s}}, {u"interests"_s, QJsonArray()}, {u"ranked"_s, false}};
        QCOMPARE(guest.asker->ask(u"lounge.introduce"_s, {{u"profile"_s, profile}}).code, u"ok"_s);
        guests.push_back(std::move(guest));
    }
    Asker &host = *guests[0].asker;
    const QString post = host.ask(u"lounge.write"_s, {{u"cid"_s, u"AAAAAAAAAAAAAAAAAAAAAQ"_s}, {u"title"_s, u"커피 한 잔"_s}, {u"text"_s, u"같이 마셔요"_s}, {u"tags"_s, QJsonArray{u"커피"_s}}}).ok["post"_L1].toString();
    const Told offered = host.ask(u"table.offer"_s, {{u"cid"_s, u"AAAAAAAAAAAAAAAAAAAAAg"_s}, {u"post"_s, post}, {u"topic"_s, u"좋아하는 카페"_s}, {u"language"_s, u"ko"_s}, {u"zone"_s, u"Asia/Seoul"_s},
                                                     {u"seats"_s, 4}, {u"approval"_s, false}, {u"sure"_s, false}});
    QCOMPARE(offered.code, u"ok"_s);
    const QString table = offered.ok["table"_L1].toObject()["table"_L1].toString();
    for (size_t i = 1; i <= 3; ++i)
        QCOMPARE(guests[i].asker->ask(u"table.join"_s, {{u"table"_s, table}, {u"line"_s, false}, {u"sure"_s, false}}).code, u"ok"_s);
    // Four seats, and not one more.
    QCOMPARE(guests[4].asker->ask(u"table.join"_s, {{u"table"_s, table}, {u"line"_s, false}, {u"sure"_s, false}}).code, u"table.full"_s);

    QVERIFY(waitFor([&] { return tableOf(guests[1], table)["room"_L1].isString(); }));
    const QString room = tableOf(guests[1], table)["room"_L1].toString();
    for (size_t i = 0; i <= 3; ++i)
        QCOMPARE(tableOf(guests[i], table)["room"_L1].toString(), room);
    QVERIFY(!tableOf(guests[4], table).contains("room"_L1));
    QCOMPARE(guests[2].asker->ask(u"room.send"_s, {{u"room"_s, room}, {u"cid"_s, u"AAAAAAAAAAAAAAAAAAAAAw"_s}, {u"text"_s, u"안녕하세요"_s}}).code, u"ok"_s);
    const auto page = guests[3].asker->ask(u"room.history"_s, {{u"room"_s, room}, {u"limit"_s, 50}}).ok["messages"_L1].toArray();
    QVERIFY(!page.isEmpty());
    QCOMPARE(page.first().toObject()["kind"_L1].toString(), u"notice"_s);
    QCOMPARE(page.last().toObject()["text"_L1].toString(), u"안녕하세요"_s);
    QCOMPARE(guests[4].asker->ask(u"room.history"_s, {{u"room"_s, room}, {u"limit"_s, 50}}).code, u"room.not_found"_s);
    // Nobody is called there what they are called elsewhere.
    const auto members = guests[1].asker->ask(u"sync.snapshot"_s, {}).ok["rooms"_L1].toArray().first().toObject()["members"_L1].toArray();
    QCOMPARE(members.size(), 4);
    for (const auto &member : members)
        QVERIFY(member.toObject()["name"_L1].toString().startsWith(u"guest "_s));
}

void TestLounge::fromAPostWithPicturesToTheTalkAtItsTable()
{
    ServerProcess server;
    QVERIFY2(server.start(), qPrintable(server.log()));
    std::vector<std::unique_ptr<Person>> people;
    for (const QString &name : {u"민지"_s, u"Jun"_s, u"Mina"_s, u"Leo"_s})
        people.push_back(std::make_unique<Person>(name, server.port()));
    for (size_t i = 0; i < people.size(); ++i)
        QVERIFY(people[i]->signUp() && waitFor([&] { return people[i]->ready(); }) && introduce(*people[i], u"guest %1"_s.arg(i)));
    Person &host = *people[0];
    client::PictureTray &tray = host.session().lounge().tray();
    QVERIFY(tray.add(photo(3), u"강가.jpg"_s));
    QVERIFY(waitFor([&] { return tray.count(client::PictureTray::Item::State::Done) == 1; }));
    client::PostDraft draft = walk;
    draft.pictures = tray.pictures();
    const auto post = written(host, draft);
    QVERIFY(post);
    Lounge &reading = people[1]->session().lounge();
    const auto commented = answerOf<CommentId>([&](auto done) { reading.comment(*post, u"같이 걸어요"_s, done); });
    QVERIFY(commented && commented->ok());
    reading.like(*post, true);

    protocol::cmd::OfferTable wanted;
    wanted.post = *post;
    wanted.topic = u"비 오는 날의 길"_s;
    wanted.language = u"ko"_s;
    wanted.zone = u"Asia/Seoul"_s;
    const auto offered = answerOf<protocol::Table>([&](auto done) { host.session().tables().offer(wanted, done); });
    QVERIFY(offered && offered->ok());
    const TableId table = (*offered)->table;
    const auto found = answerOf<protocol::cmd::OpenedPost>([&](auto done) { reading.open(*post, done); });
    QVERIFY(found && found->ok());
    QCOMPARE((*found)->table ? (*found)->table->table : TableId(), table); // who reads the post is told of its table
    const auto tableOf = [&](Person &person) {
        const auto answer = answerOf<protocol::Table>([&](auto done) { person.session().tables().look(table, done); });
        return answer && answer->ok() ? **answer : protocol::Table();
    };
    for (size_t i = 1; i <= 3; ++i) {
        if (i == 2) { // what two have done outlives the server
            server.kill();
            QVERIFY2(server.start(), qPrintable(server.log()));
        }
        const auto joined = answerOf<protocol::Table>([&](auto done) { people[i]->session().tables().join(table, false, false, done); });
        QVERIFY(joined && joined->ok());
        QCOMPARE((*joined)->mine, protocol::Standing::Seated);
    }
    QVERIFY(waitFor([&] { return std::ranges::all_of(people, [](const auto &one) { return one->ready(); }); }));
    QVERIFY(waitFor([&] { return tableOf(host).room.has_value(); }));
    const RoomId room = *tableOf(host).room;
    QCOMPARE(tableOf(host).guests.size(), 4);
    for (const auto &one : people) // each is told by itself, also those who look at nothing
        QVERIFY(waitFor([&] { return one->session().state().room(room) != nullptr; }));
    QVERIFY(people[3]->session().sendText(room, u"안녕하세요"_s).ok());
    for (const auto &one : people) {
        const auto last = [&] {
            const auto messages = one->session().cachedMessages(room, 0, 50);
            return messages.isEmpty() ? QString() : messages.last().text;
        };
        QVERIFY(waitFor([&] { return last() == u"안녕하세요"_s; }));
    }
    const auto opened = answerOf<protocol::cmd::OpenedPost>([&](auto done) { host.session().lounge().open(*post, done); });
    QVERIFY(opened && opened->ok());
    QVERIFY((*opened)->post.likes == 1 && (*opened)->post.comments == 1 && (*opened)->post.pictures.size() == 1);
}

QTEST_GUILESS_MAIN(TestLounge)
#include "tst_lounge.moc"
