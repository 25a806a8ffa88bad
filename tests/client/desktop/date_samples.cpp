// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "date_samples.h"

namespace jjak::desktop::test {

using namespace Qt::StringLiterals;
using namespace protocol;
using namespace jjak::client::test;

namespace {

template <class T>
T idOf(int number)
{
    SeededRng rng{std::uint64_t(number) + 500};
    return T::random(rng);
}

Time now()
{
    return std::chrono::floor<Duration>(std::chrono::system_clock::now());
}

const QStringList codes{u"otter:gentle:5"_s, u"rabbit:sunny:0"_s, u"owl:curious:7"_s, u"fox:witty:1"_s, u"whale:calm:6"_s, u"panda:cozy:8"_s, u"hedgehog:thoughtful:4"_s};

cmd::Texts words(const QString &language)
{
    const bool ko = language == "ko"_L1;
    const auto line = [ko](const QString &key, const QString &korean, const QString &english) { return cmd::ScriptText{key, ko ? korean : english}; };
    return {{line(u"welcome.1"_s, u"안녕하세요! 오늘 이 자리에 와 주셔서 고마워요."_s, u"Hello and welcome! I am glad that you are here tonight."_s),
             line(u"welcome.2"_s, u"모두 오늘 하루만 쓰는 이름으로 만나요. 편하게 이야기해 주세요."_s, u"Everybody bears a name for this one evening. Make yourselves at home."_s),
             line(u"topic.film"_s, u"한 번 더 처음 보고 싶은 영화가 있나요?"_s, u"Which film would you love to see again for the first time?"_s),
             line(u"left"_s, u"%1 남았어요."_s, u"%1 left."_s), line(u"invite"_s, u"%* 님의 이야기도 듣고 싶어요."_s, u"We would love to hear from %*, too."_s),
             line(u"arrow.1"_s, u"이제 마음을 전할 시간이에요."_s, u"Now it is time for your heart to speak."_s),
             line(u"reveal.1"_s, u"고마워요. 화살을 거두었어요."_s, u"Thank you. The arrows are in."_s)}};
}

} // namespace

EventId eventId(int number)
{
    QByteArray bytes(EventId::byteCount, '\1');
    bytes[0] = char(number);
    return EventId::fromBytes(bytes);
}

DateId dateId()
{
    return idOf<DateId>(1);
}

PairId pairId()
{
    return idOf<PairId>(2);
}

RoomId dateRoom()
{
    return roomId(77);
}

EventInfo eventIn(Duration in, int number, const QString &title)
{
    EventInfo out;
    out.event = eventId(number);
    out.version = 1;
    out.heading = title;
    out.from = now() + in;
    out.until = out.from + 2h;
    out.zone = u"Asia/Seoul"_s;
    out.languages = {u"ko"_s, u"en"_s};
    out.script = idOf<ScriptId>(3);
    out.doors = out.from - 10min;
    return out;
}

Lobby lobbyOf(int seated, int seats)
{
    Lobby out;
    out.event = eventId(1);
    out.seated = seated;
    out.seats = seats;
    out.since = now() - 1min;
    return out;
}

Date dateIn(DatePhase phase, Duration left)
{
    Date out;
    out.date = dateId();
    out.event = eventId(1);
    out.room = dateRoom();
    out.script = idOf<ScriptId>(3);
    out.phase = phase;
    out.rounds = 3;
    const bool topical = phase == DatePhase::Topic || phase == DatePhase::Talk;
    out.round = topical ? 2 : phase < DatePhase::Topic ? 0 : 3;
    if (topical)
        out.topic = u"topic.film"_s;
    out.since = now() - left;
    if (phase != DatePhase::Closed)
        out.until = now() + left;
    out.frozen = phase != DatePhase::Talk;
    out.me = 4;
    for (int i = 0; i < codes.size(); ++i)
        out.seats.append({i + 1, codes[i], SeatState::Here, i == 2});
    out.seats[5].state = SeatState::Away;
    out.seats[1].state = SeatState::Left;
    return out;
}

Reveal revealOf(int seat)
{
    return {pairId(), seat, now() + 24h, Answer::Open};
}

void openDoors(Desk &desk, const QList<EventInfo> &events, Role role)
{
    desk.scene.events = events;
    SeededRng ids(3);
    cmd::SignedIn reply{AccountId::random(ids), DeviceId::random(ids), u"나"_s, token('a'), false, role};
    desk.scene.peer.always<cmd::SignIn>(reply);
    reply.token.reset();
    desk.scene.peer.always<cmd::Resume>(reply);
    desk.scene.peer.on<cmd::ScriptTexts>([&desk](qint64 id, const cmd::ScriptTexts &ask) { desk.scene.peer.ok(id, words(ask.language)); });
}

void fillDateRoom(Desk &desk)
{
    Room room = client::test::room(dateRoom(), 8);
    room.kind = RoomKind::Date;
    room.opened = now() - 6min;
    room.me = 4;
    room.members.clear();
    for (int i = 0; i < codes.size(); ++i)
        room.members.append({i + 1, codes[i], i == 2, i == 1, 0});
    const std::pair<int, QString> said[]{{0, u"welcome.1"_s}, {0, u"welcome.2"_s}, {1, u"안녕하세요! 다들 반가워요 😊"_s}, {7, u"Hello everybody, nice to meet you!"_s}, {4, u"저도 반갑습니다."_s},
                                         {3, u"저는 영화 이야기를 정말 좋아해요. 겨울에 보는 여름 영화를 특히요."_s}, {0, u"invite 5"_s}, {5, u"조용히 읽고 있었어요! 저는 애니메이션이요."_s}};
    QList<Message> lines;
    for (const auto &[author, text] : said) {
        Message one = message(lines.size() + 1, author, text);
        one.kind = author == 0 ? MessageKind::Host : MessageKind::Text;
        one.at = now() - 5min + lines.size() * 25s;
        lines.append(one);
    }
    lines[7].reply = 6;
    lines[5].reactions = {{u"❤️"_s, {1, 4, 7}}, {u"😮"_s, {5}}};
    lines[5].change = 1;
    room.changes = 1;
    room.newest = lines.last();
    desk.scene.messages[dateRoom()] = lines;
    desk.scene.rooms.append(room);
}

void tellDate(Desk &desk, BlindDate blindDate)
{
    blindDate.version = ++desk.version + 100;
    QSignalSpy changed(&desk.session(), &client::Session::blindDateChanged);
    desk.scene.peer.tell(ev::DateState{blindDate});
    QVERIFY(changed.wait());
}

void tellDate(Desk &desk, const Date &date)
{
    BlindDate all;
    all.date = date;
    tellDate(desk, all);
}

} // namespace jjak::desktop::test
