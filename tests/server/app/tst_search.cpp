// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "server/app/services/search_service.h"
#include "tests/server/app/talk.h"

using namespace jjak;
using namespace jjak::app;
using namespace jjak::app::test;
using namespace jjak::protocol;
using namespace Qt::StringLiterals;

namespace {

QStringList textsOf(const Result<cmd::Found> &found)
{
    QStringList out;
    for (const cmd::Hit &hit : found->hits)
        out.append(hit.message.text);
    return out;
}

//! Somebody with several rooms, and what is said there.
struct House {
    Counter counter;
    SeededRng rng{11};
    Guest &me = counter.guest(u"me"_s);
    Guest &friendOfMine = counter.guest(u"friend"_s);

    RoomId room(RoomKind kind, const QList<Guest *> &people)
    {
        RoomRow row;
        row.id = RoomId::random(rng);
        row.kind = kind;
        row.opened = row.active = counter.now();
        QList<MemberRow> members;
        for (Guest *guest : people)
            members.append({row.id, int(members.size()) + 1, guest->identity.account, u"n"_s, false, 0, 0, {}});
        counter.stores().rooms.insert(row, members);
        return row.id;
    }
    RoomId group() { return room(RoomKind::Group, {&me, &friendOfMine}); }
    qint64 say(RoomId room, const QString &text, MessageKind kind = MessageKind::Text)
    {
        counter.passUnseen(1ms);
        return counter.stores().messages.append({room, {0, 1, kind, text, counter.now(), {}}, {}});
    }
    Result<cmd::Found> find(Guest &who, const QString &text, std::optional<RoomId> room = {}, std::optional<QString> after = {}) { return counter.read(who, cmd::Search{text, room, after}); }
    //! With fewer looks a command, as if there were many messages.
    Result<cmd::Found> findLooking(int looks, const cmd::Search &command)
    {
        Effects effects;
        ScriptShelf shelf;
        Context ctx{counter.stores(), counter.now(), rng, counter.policy, effects, shelf};
        return search::find(ctx, me.identity, command, looks);
    }
};

} // namespace

//! Finding what was said.
class TestSearch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wordsAreFoundInsideOfWords_data();
    void wordsAreFoundInsideOfWords();
    void hitsOfAllRoomsComeWithTheLatestFirst();
    void oneRoomIsSearchedAlone();
    void pagesJoinWithoutGapOrRepetition_data();
    void pagesJoinWithoutGapOrRepetition();
    void whatIsPassedOverHasNoHit();
    void captionsAndFileNamesCount();
    void onlyWhatPeopleSaidIsFound();
    void whatWasChangedIsFoundAsItIs();
    void nobodyFindsWhatTheyCannotRead();
    void badQuestionsAreRefused();
};

void TestSearch::wordsAreFoundInsideOfWords_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("needle");
    QTest::addColumn<bool>("found");
    const auto row = [](const char *name, const QString &text, const QString &needle, bool found) { QTest::newRow(name) << text << needle << found; };
    row("a Korean word with its particle", u"콘택트렌즈를 잃어버렸어요"_s, u"렌즈"_s, true);
    row("the whole", u"안녕하세요"_s, u"안녕하세요"_s, true);
    row("an unfinished last syllable", u"안녕하세요"_s, u"안녀"_s, true);
    row("a last letter typed alone", u"안녕하세요"_s, u"안ㄴ"_s, true);
    row("decomposed against composed", u"안녕하세요"_s, u"녕하"_s.normalized(QString::NormalizationForm_D), true);
    row("composed against decomposed", u"안녕하세요"_s.normalized(QString::NormalizationForm_D), u"녕하"_s, true);
    row("another syllable", u"안녕하세요"_s, u"영하"_s, false);
    row("one syllable", u"우리 밥 먹자"_s, u"밥"_s, true);
    row("laughter", u"아 ㅋㅋㅋ 진짜"_s, u"ㅋㅋ"_s, true);
    row("case", u"See you at Café NORTH"_s, u"north"_s, true);
    row("case of the needle", u"see you at café north"_s, u"CAFÉ N"_s, true);
    row("full width", u"ＬＯＶＥ"_s, u"love"_s, true);
    row("Greek", u"Οδός"_s, u"οδό"_s, true);
    row("emoji", u"see you 🎈 soon"_s, u"🎈"_s, true);
    row("a blank inside", u"see you"_s, u"e y"_s, true);
    row("blanks around", u"seeyou"_s, u"  seeyou "_s, true);
    row("signs mean nothing", u"100% sure"_s, u"0%"_s, true);
    row("and are no wildcards", u"1000 sure"_s, u"1%s"_s, false);
    row("quotes", u"she said \"no\" OR 'yes'"_s, u"\"no\" OR '"_s, true);
}

void TestSearch::wordsAreFoundInsideOfWords()
{
    QFETCH(QString, text);
    QFETCH(QString, needle);
    QFETCH(bool, found);
    House house;
    house.say(house.group(), text);
    QCOMPARE(house.find(house.me, needle)->hits.size(), found ? 1 : 0);
}

void TestSearch::hitsOfAllRoomsComeWithTheLatestFirst()
{
    House house;
    const RoomId one = house.group(), two = house.group(), three = house.group();
    house.say(one, u"tea 1"_s);
    house.say(two, u"tea 2"_s);
    house.say(one, u"coffee"_s);
    house.say(two, u"tea 3"_s);
    house.say(one, u"tea 4"_s);
    house.say(three, u"milk"_s);
    const auto found = house.find(house.me, u"tea"_s);
    QCOMPARE(textsOf(found), (QStringList{u"tea 4"_s, u"tea 3"_s, u"tea 2"_s, u"tea 1"_s}));
    QCOMPARE(found->hits.at(1).room, two);
    QCOMPARE(found->hits.at(1).message, house.counter.stores().messages.find(two, 2));
    QVERIFY(!found->next);
    QVERIFY(house.find(house.me, u"wine"_s)->hits.isEmpty());
}

void TestSearch::oneRoomIsSearchedAlone()
{
    House house;
    const RoomId one = house.group(), two = house.group();
    house.say(one, u"tea 1"_s);
    house.say(two, u"tea 2"_s);
    QCOMPARE(textsOf(house.find(house.me, u"tea"_s, one)), QStringList(u"tea 1"_s));
}

void TestSearch::pagesJoinWithoutGapOrRepetition_data()
{
    QTest::addColumn<int>("looks");
    QTest::newRow("as many as there are") << search::looksAtMost;
    QTest::newRow("few") << 300;
    QTest::newRow("just a block of each") << 200;
}

void TestSearch::pagesJoinWithoutGapOrRepetition()
{
    QFETCH(int, looks);
    House house;
    const QList<RoomId> rooms{house.group(), house.group(), house.group(), house.group()};
    QStringList expected;
    for (int i = 0; i < 3000; ++i) {
        const bool hit = house.rng.below(9) == 0;
        // Several rooms have messages of the same moment.
        if (house.rng.below(3) != 0)
            house.counter.passUnseen(1ms);
        const RoomId room = rooms.at(qsizetype(house.rng.below(2) == 0 ? 0 : house.rng.below(4)));
        house.counter.stores().messages.append({room, {0, 1, MessageKind::Text, hit ? u"needle %1"_s.arg(i) : u"hay"_s, house.counter.now(), {}}, {}});
        if (hit)
            expected.append(u"needle %1"_s.arg(i));
    }
    QList<std::pair<Time, QString>> found;
    std::optional<QString> next;
    int pages = 0; // bounded: each goes on by a piece of the busiest room at least
    do {
        const auto page = house.findLooking(looks, {u"needle"_s, {}, next});
        QVERIFY(page && page->hits.size() <= limits::searchPage);
        for (const cmd::Hit &hit : page->hits)
            found.append({hit.message.at, hit.message.text});
        next = page->next;
        QVERIFY(++pages < 200);
    } while (next);
    QVERIFY(std::ranges::is_sorted(found, std::ranges::greater(), &std::pair<Time, QString>::first));
    QStringList texts;
    for (const auto &[at, text] : found)
        texts.append(text);
    std::ranges::sort(texts);
    std::ranges::sort(expected);
    QCOMPARE(texts, expected);
}

//! Digests let blocks of messages be passed over; what is found must be what is found without them.
void TestSearch::whatIsPassedOverHasNoHit()
{
    House house;
    const RoomId room = house.group();
    QStringList texts;
    for (int i = 0; i < 1000; ++i) {
        QString text;
        for (quint64 k = house.rng.below(8); k-- > 0;)
            text += QChar(char16_t(0xac00 + house.rng.below(400) * 28)) + (house.rng.below(3) == 0 ? u" Ab"_s : QString());
        texts.append(text);
        house.say(room, text);
    }
    auto &database = house.counter.database();
    QCOMPARE(database.value<int>(u"SELECT count(*) FROM digest"_s), std::optional(1000 / 32));
    const auto count = [&](const QString &needle) {
        int out = 0;
        for (std::optional<QString> next;;) {
            const auto page = house.find(house.me, needle, room, next);
            out += int(page->hits.size());
            if (!(next = page->next))
                return out;
        }
    };
    int passedOver = 0;
    for (int i = 0; i < 60; ++i) {
        const QString &from = texts.at(qsizetype(house.rng.below(1000)));
        const qsizetype at = from.isEmpty() ? 0 : qsizetype(house.rng.below(quint64(from.size())));
        const QString needle = from.mid(at, 1 + qsizetype(house.rng.below(4))).trimmed() + (i % 5 == 0 ? u"갉"_s : QString());
        if (needle.isEmpty())
            continue;
        const auto expected = std::ranges::count_if(texts, [&](const QString &text) { return domain::folded(text).contains(domain::folded(needle)); });
        QVERIFY2(count(needle) == int(expected), qPrintable(needle));
        const auto looks = house.counter.stores().search.look(room, {1001, house.counter.now()}, 1, 100'000, *std::make_unique<domain::Needle>(needle), house.counter.now()).looks;
        passedOver += looks < 1000;
    }
    QVERIFY(passedOver > 10);

    // What changes an old message is found as well.
    Message message = *house.counter.stores().messages.find(room, 40);
    message.text = u"tangerine"_s;
    house.counter.stores().messages.change(room, message);
    QCOMPARE(count(u"anger"_s), 1);
    house.counter.stores().expiry.remove({room, 70}, house.counter.now());
    QCOMPARE(database.value<int>(u"SELECT count(*) FROM digest"_s), std::optional(1000 / 32 - 2));
    QCOMPARE(count(u"tangerine"_s), 1);
}

void TestSearch::captionsAndFileNamesCount()
{
    House house;
    const RoomId room = house.group();
    const qint64 seq = house.say(room, u"our summer"_s, MessageKind::File);
    AttachmentRow row;
    row.room = room;
    row.seq = seq;
    row.account = house.me.identity.account;
    row.file = {u"제주도.zip"_s, 12, u"application/octet-stream"_s, 0, 0, 0};
    row.hash = QByteArray(32, 'h');
    row.expires = house.counter.now() + 1h;
    house.counter.stores().files.insert(row);
    for (int i = 0; i < 31; ++i) // with them there is a digest
        house.say(room, u"hay"_s);
    for (const QString &needle : {u"SUMMER"_s, u"제주"_s, u".zip"_s})
        QCOMPARE(house.find(house.me, needle)->hits.value(0).message.file->name, row.file.name);
    house.counter.stores().files.remove(room, seq);
    QVERIFY(house.find(house.me, u"제주"_s)->hits.isEmpty());
    QCOMPARE(house.find(house.me, u"summer"_s)->hits.size(), 1);
}

void TestSearch::onlyWhatPeopleSaidIsFound()
{
    House house;
    const RoomId room = house.group();
    house.say(room, u"renamed tea lovers"_s, MessageKind::Notice);
    house.say(room, u"welcome.tea"_s, MessageKind::Host);
    QVERIFY(house.find(house.me, u"tea"_s)->hits.isEmpty());
}

void TestSearch::whatWasChangedIsFoundAsItIs()
{
    Talk talk;
    const qint64 seq = talk.say(talk.one, u"let us meet at the harbour"_s);
    QVERIFY(talk.counter.ask(talk.one, cmd::Edit{talk.room, seq, u"let us meet at the station"_s}));
    QVERIFY(talk.counter.read(talk.other, cmd::Search{u"harbour"_s, {}, {}})->hits.isEmpty());
    QCOMPARE(talk.counter.read(talk.other, cmd::Search{u"station"_s, {}, {}})->hits.size(), 1);
    QVERIFY(talk.counter.ask(talk.one, cmd::Erase{talk.room, seq}));
    QVERIFY(talk.counter.read(talk.other, cmd::Search{u"station"_s, {}, {}})->hits.isEmpty());
}

void TestSearch::nobodyFindsWhatTheyCannotRead()
{
    House house;
    Guest &stranger = house.counter.guest(u"stranger"_s);
    const RoomId direct = house.group(), date = house.room(RoomKind::Date, {&house.me, &house.friendOfMine}), ended = house.group();
    for (const RoomId &room : {direct, date, ended})
        house.say(room, u"tea"_s);
    house.counter.stores().rooms.expire(ended, house.counter.now());
    QCOMPARE(house.find(house.me, u"tea"_s)->hits.size(), 2);
    QCOMPARE(house.find(house.me, u"tea"_s, ended).error().code, ErrorCode::RoomLeft);
    house.counter.stores().rooms.leave(date, 1, house.counter.now());
    QCOMPARE(house.find(house.me, u"tea"_s)->hits.size(), 1);
    QCOMPARE(house.find(house.me, u"tea"_s, date).error().code, ErrorCode::RoomLeft);
    QCOMPARE(house.find(house.friendOfMine, u"tea"_s)->hits.size(), 2);
    QVERIFY(house.find(stranger, u"tea"_s)->hits.isEmpty());
    QCOMPARE(house.find(stranger, u"tea"_s, direct).error().code, ErrorCode::RoomNotFound);
    // Also not with a `next` that somebody else was given.
    for (int i = 0; i < 2 * limits::searchPage; ++i)
        house.say(direct, u"tea"_s);
    const auto page = house.find(house.friendOfMine, u"tea"_s);
    QVERIFY(page->next);
    QVERIFY(house.find(stranger, u"tea"_s, {}, page->next)->hits.isEmpty());
}

void TestSearch::badQuestionsAreRefused()
{
    House house;
    const auto blank = house.find(house.me, u"  \u3000 "_s);
    QCOMPARE(blank.error(), Error::badField(u"args.text"_s, u"length"_s));
    for (const QString &after : {u"x"_s, u"AAAA"_s, u"not base64!"_s, QString(64, u'A')})
        QCOMPARE(house.find(house.me, u"tea"_s, {}, after).error(), Error::badField(u"args.after"_s, u"characters"_s));
    // A made-up one is as good as any other: it ends, and tells nothing.
    const RoomId room = house.group();
    house.say(room, u"tea"_s);
    const auto made = [](char byte) { return QString::fromLatin1(QByteArray(32, byte).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals)); };
    QVERIFY(house.find(house.me, u"tea"_s, {}, made('\0'))->hits.isEmpty());
    QCOMPARE(house.find(house.me, u"tea"_s, {}, made('\x7f'))->hits.size(), 1);
    QCOMPARE(house.find(house.me, u"tea"_s, {}, made('\xff')).error(), Error::badField(u"args.after"_s, u"characters"_s));
}

QTEST_GUILESS_MAIN(TestSearch)
#include "tst_search.moc"
