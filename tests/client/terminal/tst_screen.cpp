// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QTest>
#include <clocale>

#include "client/terminal/screen/compose.h"
#include "client/terminal/text/width.h"
#include "common/base/rng.h"
#include "scenes.h"

using namespace Qt::StringLiterals;
using namespace jjak::terminal;

class TstScreen : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void screensLookAsTheyDid_data();
    void screensLookAsTheyDid();
    void everySizeKeepsWithinTheEdges();
    void theListIsCutOffWhereItIsNarrow();
    void theCursorIsBehindWhatWasTyped();
    void longInputScrollsSideways();
    void thePasswordIsNotOnTheScreen();
    void hiddenCharactersNeverReachACell();
    void anyTextAtAnySizeIsDrawn();
    void wideGlyphsThatAreDrawnOverLeaveNothing();
    void theProposalStandsOutWhenItHasTheFocus();
    void everySeatIsToldWhole_data();
    void everySeatIsToldWhole();
    void chatsStandInPlaceOfTheSeatsWhileTheyHaveTheFocus();
    void theKeysOfAChoiceMakeRoomForIt();
    void theTimeThatIsLeftIsABar();
    void numbersTakeNoRoom();
    void onlyMessagesThatCanBeNamedBearANumber();
    void whatWasDoneToAMessageIsFaint();
    void theChosenMessageStandsOut();
    void theChosenLineOfAListIsInSight();

private:
    static View scene(const QString &name);
};

View TstScreen::scene(const QString &name)
{
    if (name.startsWith(u"conversation"_s))
        return scenes::conversation();
    if (name.startsWith(u"answered"_s))
        return scenes::answered();
    if (name.startsWith(u"naming"_s))
        return scenes::naming();
    if (name.startsWith(u"proposal"_s))
        return scenes::proposal();
    if (name.startsWith(u"waiting"_s))
        return scenes::waiting();
    if (name.startsWith(u"sign_up"_s))
        return scenes::signUp();
    if (name.startsWith(u"lobby"_s))
        return scenes::lobby();
    if (name.startsWith(u"date_talk"_s))
        return scenes::dateTalk();
    if (name.startsWith(u"date_arrow"_s))
        return scenes::dateArrow();
    if (name.startsWith(u"date_over"_s))
        return scenes::dateOver();
    return name.startsWith(u"help"_s) ? scenes::help() : scenes::crowded();
}

void TstScreen::initTestCase()
{
    QVERIFY(std::setlocale(LC_ALL, "C.UTF-8"));
}

void TstScreen::screensLookAsTheyDid_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("columns");
    for (const char *name : {"conversation", "answered", "naming", "proposal", "waiting", "sign_up", "help", "crowded", "lobby", "date_talk", "date_arrow", "date_over"})
        QTest::newRow(name) << 24 << 80;
    for (const char *name : {"answered_small", "naming_small", "lobby_small"})
        QTest::newRow(name) << 20 << 60;
    QTest::newRow("date_talk_small") << 20 << 60;
    QTest::newRow("date_arrow_small") << 20 << 60;
    QTest::newRow("date_talk_narrow") << 24 << 40;
    QTest::newRow("conversation_wide") << 40 << 120;
    QTest::newRow("conversation_narrow") << 24 << 40;
    QTest::newRow("naming_narrow") << 24 << 40;
}

//! After a change that is meant: JJAK_WRITE_GOLDEN=1, look at the difference, commit it.
void TstScreen::screensLookAsTheyDid()
{
    QFETCH(int, rows);
    QFETCH(int, columns);
    const QString name = QString::fromLatin1(QTest::currentDataTag());
    const QStringList drawn = compose(scene(name), rows, columns).toText();
    QFile file(u"" JJAK_SOURCE_DIR "/tests/client/terminal/golden/"_s + name + u".txt"_s);
    if (qEnvironmentVariableIsSet("JJAK_WRITE_GOLDEN")) {
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(drawn.join(u'\n').toUtf8() + '\n');
        file.close();
    }
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
    const QStringList known = QString::fromUtf8(file.readAll()).chopped(1).split(u'\n');
    for (qsizetype row = 0; row < std::max(known.size(), drawn.size()); ++row)
        QCOMPARE(drawn.value(row), known.value(row));
}

void TstScreen::everySizeKeepsWithinTheEdges()
{
    for (const char *name : {"conversation", "answered", "naming", "proposal", "waiting", "sign_up", "help", "crowded", "lobby", "date_talk", "date_arrow", "date_over"}) {
        for (const auto &[rows, columns] : {std::pair(1, 1), std::pair(7, 200), std::pair(8, 24), std::pair(9, 59), std::pair(10, 60), std::pair(24, 80), std::pair(60, 33), std::pair(100, 300)}) {
            const Canvas canvas = compose(scene(QString::fromLatin1(name)), rows, columns);
            QCOMPARE(canvas.rows(), rows);
            QCOMPARE(canvas.columns(), columns);
            for (const QString &line : canvas.toText())
                QVERIFY2(width(line) <= columns, qPrintable(line));
            QVERIFY(canvas.cursorRow() < rows && canvas.cursorColumn() < columns);
        }
    }
}

void TstScreen::theListIsCutOffWhereItIsNarrow()
{
    QVERIFY(areasOf(scenes::conversation(), 24, 80).listWidth > 0);
    QCOMPARE(areasOf(scenes::conversation(), 24, 50).listWidth, 0);
    QCOMPARE(areasOf(scenes::conversation(), 24, 50).messageColumns(), 50);
}

void TstScreen::theCursorIsBehindWhatWasTyped()
{
    const Canvas canvas = compose(scenes::conversation(), 24, 80);
    QCOMPARE(canvas.cursorRow(), 22);
    QCOMPARE(canvas.cursorColumn(), 2 + 8 + 1 + 6 + 1); // "› ", four syllables, a space, a family, "!"
}

void TstScreen::longInputScrollsSideways()
{
    View view = scenes::conversation();
    view.input = QString(500, QChar(0xAC00)) + u"끝"_s;
    view.cursor = view.input.size();
    const Canvas canvas = compose(view, 24, 80);
    QVERIFY(canvas.toText()[22].endsWith(u"끝"_s));
    QVERIFY(canvas.cursorColumn() < 80);
    view.cursor = 0;
    QCOMPARE(compose(view, 24, 80).cursorColumn(), 2);
}

void TstScreen::thePasswordIsNotOnTheScreen()
{
    const QString all = compose(scenes::signUp(), 24, 80).toText().join(u'\n');
    QVERIFY(!all.contains(u"비밀번호입니다"_s));
    QVERIFY(all.contains(u"•••••••"_s));
}

void TstScreen::hiddenCharactersNeverReachACell()
{
    View view = scenes::conversation();
    view.messages[0].text = u"raw \u001b[2J \u009b31m \u0007 text that nobody has cleaned"_s;
    view.title = u"\u001b]0;x\u0007"_s;
    const Canvas canvas = compose(view, 24, 80);
    for (int row = 0; row < canvas.rows(); ++row) {
        for (int column = 0; column < canvas.columns(); ++column) {
            for (const QChar c : canvas.at(row, column).text)
                QVERIFY(c.category() != QChar::Other_Control);
        }
    }
}

//! Texts that once ended the program are among them: chains of joiners, consonants and prepended marks.
void TstScreen::anyTextAtAnySizeIsDrawn()
{
    static constexpr std::array<char32_t, 20> nasty{0x200D, 0xFE0F, 0x1F468, 0x1F3FB, 0x1F1F0, 0x301, 0xAC00, 0x1112, 0x1161, U'a', U' ', U'\n', 0x1B, 0x9B, 0x202E, 0xD800, 0xE0067, 0xE33, 0x600, 0x200B};
    jjak::SeededRng rng(11);
    for (int round = 0; round < 400; ++round) {
        QString text;
        for (auto left = rng.below(40); left > 0; --left) {
            const char32_t c = rng.below(3) ? nasty[rng.below(nasty.size())] : char32_t(rng.below(0x110000));
            text += c >= 0xD800 && c < 0xE000 ? QString(QChar(ushort(c))) : QString::fromUcs4(&c, 1);
        }
        View view = round % 2 ? scenes::conversation() : round % 4 ? scenes::dateArrow() : scenes::proposal();
        if (view.date)
            view.date->topic = view.date->phase = view.date->seats[2].name = view.date->choice->detail = text;
        for (MessageLine &message : view.messages)
            message.text = message.author = message.quote = message.reactions = text;
        for (RoomLine &room : view.rooms)
            room.name = room.preview = text;
        view.title = view.status = view.input = text;
        view.cursor = qsizetype(rng.below(std::uint64_t(text.size()) + 1));
        view.said = {text};
        if (round % 5 == 0)
            view.list = ListBox{text, {text, text + u'\t' + text}, 0};
        const int rows = 1 + int(rng.below(30)), columns = 1 + int(rng.below(100));
        const Canvas canvas = compose(view, rows, columns);
        for (int row = 0; row < rows; ++row) {
            for (int column = 0; column < columns; ++column)
                QVERIFY(!canvas.at(row, column).text.contains(QChar(0x1B)));
        }
    }
}

void TstScreen::wideGlyphsThatAreDrawnOverLeaveNothing()
{
    Canvas canvas(1, 6);
    canvas.put(0, 0, u"안녕"_s);
    canvas.put(0, 1, u"x"_s);
    QCOMPARE(canvas.toText(), QStringList{u" x녕"_s});
    canvas.put(0, 2, u"yz"_s);
    QCOMPARE(canvas.toText(), QStringList{u" xyz"_s});
    QCOMPARE(canvas.put(0, 5, u"안"_s), 1); // half of it does not fit
    QCOMPARE(canvas.at(0, 5).text, u"…"_s);
    QCOMPARE(canvas.put(3, 0, u"x"_s), 0);
}

void TstScreen::theProposalStandsOutWhenItHasTheFocus()
{
    View view = scenes::proposal();
    const auto styleOfKeys = [](const Canvas &canvas) { return canvas.at(20, 77).style; };
    QCOMPARE(styleOfKeys(compose(view, 24, 80)), Style::Selected);
    view.proposal->ready = false;
    QVERIFY(styleOfKeys(compose(view, 24, 80)) != Style::Selected);
    view.proposal->ready = true;
    view.focus = Focus::Input;
    QVERIFY(styleOfKeys(compose(view, 24, 80)) != Style::Selected);
}

void TstScreen::everySeatIsToldWhole_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("columns");
    QTest::newRow("80x24") << 24 << 80;
    QTest::newRow("60x20") << 20 << 60;
}

//! Number, state and mark at the sizes that people have; of the longest names at least most.
void TstScreen::everySeatIsToldWhole()
{
    QFETCH(int, rows);
    QFETCH(int, columns);
    for (const char *name : {"date_talk", "date_arrow", "date_over"}) {
        const View view = scene(QString::fromLatin1(name));
        const QStringList drawn = compose(view, rows, columns).toText();
        for (const SeatLine &seat : view.date->seats) {
            const QString begin = u"%1%2 %3"_s.arg(seat.marked ? u"▸"_s : u" "_s).arg(seat.number).arg(seat.name.left(7));
            const auto line = std::ranges::find_if(drawn, [&](const QString &each) { return each.startsWith(begin); });
            QVERIFY2(line != drawn.end(), qPrintable(begin));
            const QString below = line + 1 == drawn.end() ? QString() : *(line + 1);
            QVERIFY2((*line + below).contains(seat.brief), qPrintable(*line));
        }
    }
}

void TstScreen::chatsStandInPlaceOfTheSeatsWhileTheyHaveTheFocus()
{
    View view = scenes::dateTalk();
    QVERIFY(!compose(view, 24, 80).toText().join(u'\n').contains(u"데모 민지"_s));
    view.focus = Focus::Rooms;
    view.roomCursor = 1;
    const QString all = compose(view, 24, 80).toText().join(u'\n');
    QVERIFY(all.contains(u"데모 민지"_s) && all.contains(u"Alice"_s) && !all.contains(u"Warm Owl"_s));
}

void TstScreen::theKeysOfAChoiceMakeRoomForIt()
{
    View view = scenes::dateArrow();
    const auto all = [&](int columns) { return compose(view, 20, columns).toText().join(u'\n'); };
    QVERIFY(all(80).contains(u"Tab write on"_s));
    QVERIFY(!all(60).contains(u"Tab write on"_s));
    QVERIFY(all(60).contains(u"Your arrow points at 3 Playful Otter."_s));
    QVERIFY(all(60).contains(u"0 nobody"_s));
}

void TstScreen::theTimeThatIsLeftIsABar()
{
    View view = scenes::dateTalk();
    const auto full = [&](int share) {
        view.date->share = share;
        return compose(view, 24, 80).toText()[2].count(QChar(0x2588));
    };
    QVERIFY(full(1000) > 30);
    QCOMPARE(compose(view, 24, 80).toText()[2].count(QChar(0x2591)), 0);
    QCOMPARE(full(0), 0);
    QCOMPARE(full(1), 1); // a little is not nothing
    QVERIFY(full(500) < full(1000));
    view.date->left.clear();
    QCOMPARE(full(1000), 0);
}

//! Nothing moves when they come and go.
void TstScreen::numbersTakeNoRoom()
{
    View view = scenes::answered();
    const Canvas before = compose(view, 24, 80);
    view.numbered = true;
    const Canvas after = compose(view, 24, 80);
    const int text = areasOf(view, 24, 80).left + 6;
    int numbers = 0;
    for (int row = 0; row < 24; ++row) {
        for (int column = text; column < 80; ++column)
            QCOMPARE(after.at(row, column), before.at(row, column));
        numbers += after.toText()[row] != before.toText()[row];
    }
    QCOMPARE(numbers, 4);
}

void TstScreen::onlyMessagesThatCanBeNamedBearANumber()
{
    View view = scenes::naming();
    view.messages[0].number = 0;
    const QString all = compose(view, 24, 80).toText().join(u'\n');
    QVERIFY(!all.contains(u"#9996"_s) && all.contains(u"#9997"_s));
    QVERIFY(all.contains(u"14:02 "_s) && all.contains(u"14:04 Message deleted"_s) && !all.contains(u"│ 14:05"_s));
    view.messages[1].number = 123'456; // as far as a room may ever come, they stand apart
    QVERIFY(compose(view, 24, 80).toText().join(u'\n').contains(u"│123456 자전거"_s));
}

void TstScreen::whatWasDoneToAMessageIsFaint()
{
    const auto lines = drawMessages(scenes::answered().messages, 54);
    const auto styleOf = [&](const QString &begin) {
        const auto it = std::ranges::find_if(lines, [&](const DrawnLine &line) { return line.text.startsWith(begin); });
        return it == lines.end() ? Style::Failure : it->style;
    };
    for (const QString &begin : {u"> 데모 민지: 주말"_s, u"> message 3"_s, u"❤ 2"_s, u"Message deleted"_s})
        QCOMPARE(styleOf(begin), Style::Faint);
    QCOMPARE(styleOf(u"자전거 좋아해요"_s), Style::Plain);
    const auto edited = std::ranges::find_if(lines, [](const DrawnLine &line) { return line.mark.startsWith(u"(edited)"_s); });
    QVERIFY(edited != lines.end() && edited->mark == u"(edited) ✓✓"_s && edited->markStyle == Style::Faint);
}

void TstScreen::theChosenMessageStandsOut()
{
    View view = scenes::naming();
    const auto selected = [&](const Canvas &canvas) {
        QStringList found;
        for (int row = 0; row < 24; ++row) {
            QString text;
            for (int column = areasOf(view, 24, 80).left; column < 80; ++column)
                if (canvas.at(row, column).style == Style::Selected)
                    text += canvas.at(row, column).text;
            if (!text.isEmpty())
                found += text;
        }
        return found;
    };
    QVERIFY(selected(compose(view, 24, 80)).isEmpty());
    view.messages[1].chosen = true;
    QCOMPARE(selected(compose(view, 24, 80)), QStringList{u"#9997"_s});
}

void TstScreen::theChosenLineOfAListIsInSight()
{
    View view = scenes::help();
    view.list = ListBox{u"Go to: a"_s, {}, 0, 30, true};
    for (int i = 0; i < 40; ++i)
        view.list->lines += u"chat %1"_s.arg(i);
    const Canvas canvas = compose(view, 24, 80);
    const QStringList drawn = canvas.toText();
    const auto row = std::ranges::find_if(drawn, [](const QString &line) { return line.trimmed() == u"chat 30"; }) - drawn.begin();
    QVERIFY(row < 24);
    QCOMPARE(canvas.at(int(row), 1).style, Style::Selected);
    QCOMPARE(canvas.at(int(row) - 1, 1).style, Style::Plain);
    QCOMPARE(canvas.cursorRow(), 0);
    QCOMPARE(canvas.cursorColumn(), 9);
}

QTEST_GUILESS_MAIN(TstScreen)
#include "tst_screen.moc"
