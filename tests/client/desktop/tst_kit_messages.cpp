// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/kit/message_delegate.h"
#include "client/desktop/kit/message_layout.h"
#include "client/desktop/kit/message_text.h"
#include "client/desktop/kit/theme.h"
#include "tests/client/desktop/kit_samples.h"

#include <QElapsedTimer>
#include <QListView>
#include <QMouseEvent>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace jjak::desktop;

class TstKitMessages : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void controlsAreTakenOut();
    void linksAreFound_data();
    void linksAreFound();
    void linksKeepTheirPlace();
    void fewEmojiAreTold_data();
    void fewEmojiAreTold();
    void hangulBreaksBetweenWords();
    void wordWithoutSpacesIsBroken();
    void everythingStaysInsideTheRow_data();
    void everythingStaysInsideTheRow();
    void noMarkIsCut_data();
    void noMarkIsCut();
    void reactionsStandBelowInTheirOrder();
    void deletedMessageHasNoLinksAndNoMark();
    void bubblesTakeAtMostTwoThirds();
    void markupIsDrawnAsItIs();
    void separatorsMakeARowHigher();
    void pictureHasItsPlaceBeforeItArrives();
    void glyphStandsWhereTheStateIs();
    void heightsAreRemembered();
    void rememberedHeightFollowsTheText();
    void manyRowsAreMeasuredOnce();
    void clickOnALinkIsTold();
    void clickOnAFailureIsTold();
    void clickOnAQuoteOrAReactionIsTold();
    void screenReadersGetTheWholeRow();
    void allStatesHaveWords();

private:
    void click(MessageDelegate &delegate, const QModelIndex &index, const QPointF &point);
    [[nodiscard]] QStyleOptionViewItem option(int width) const;

    std::unique_ptr<Theme> m_theme;
    QStandardItemModel m_samples;
};

void TstKitMessages::initTestCase()
{
    m_theme = std::make_unique<Theme>();
    m_theme->setMode(Theme::Mode::Light);
    test::fillConversation(m_samples);
}

QStyleOptionViewItem TstKitMessages::option(int width) const
{
    QStyleOptionViewItem option;
    option.rect = QRect(0, 0, width, 2000);
    return option;
}

void TstKitMessages::controlsAreTakenOut()
{
    QCOMPARE(displayText(u"a\u202Eb\u0007c\td"_s), u"abc d"_s);
    QCOMPARE(displayText(u"one\ntwo"_s), u"one\u2028two"_s);
    QCOMPARE(displayText(u"가족 👨‍👩‍👧"_s), u"가족 👨‍👩‍👧"_s); // joiners of emoji stay
}

void TstKitMessages::linksAreFound_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("urls");
    QTest::newRow("none") << u"그냥 말이에요. a.b"_s << QStringList{};
    QTest::newRow("plain") << u"http://example.org"_s << QStringList{u"http://example.org"_s};
    QTest::newRow("end of a sentence") << u"봐요 https://example.org/a."_s << QStringList{u"https://example.org/a"_s};
    QTest::newRow("in brackets") << u"(https://example.org/a)"_s << QStringList{u"https://example.org/a"_s};
    QTest::newRow("bracket inside") << u"https://example.org/a_(b)"_s << QStringList{u"https://example.org/a_(b)"_s};
    QTest::newRow("www") << u"www.example.org 와"_s << QStringList{u"https://www.example.org"_s};
    QTest::newRow("two") << u"http://a.example\nhttp://b.example"_s << QStringList{u"http://a.example"_s, u"http://b.example"_s};
    QTest::newRow("Hangul in the path") << u"https://ko.example.org/wiki/서울"_s << QStringList{u"https://ko.example.org/wiki/서울"_s};
    QTest::newRow("other schemes") << u"javascript:alert(1) file:///etc/passwd ftp://x"_s << QStringList{};
    QTest::newRow("name that looks like a host") << u"https://bank.example@evil.example/"_s << QStringList{};
}

void TstKitMessages::linksAreFound()
{
    QFETCH(QString, text);
    QFETCH(QStringList, urls);
    QStringList found;
    for (const Link &link : findLinks(displayText(text)))
        found.append(link.url.toString());
    QCOMPARE(found, urls);
}

void TstKitMessages::linksKeepTheirPlace()
{
    const QString text = u"앞 http://a.example! 뒤 http://a.example."_s;
    const auto links = findLinks(text);
    QCOMPARE(links.size(), 2);
    for (const Link &link : links)
        QCOMPARE(text.sliced(link.start, link.length), u"http://a.example"_s);
    QVERIFY(links[0].start != links[1].start);
}

void TstKitMessages::fewEmojiAreTold_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("few");
    QTest::newRow("one") << u"😀"_s << true;
    QTest::newRow("three with modifiers") << u"👍🏽❤️👨‍👩‍👧"_s << true;
    QTest::newRow("flag") << u"🇰🇷"_s << true;
    QTest::newRow("four") << u"😀😀😀😀"_s << false;
    QTest::newRow("with words") << u"ㅎㅎ😀"_s << false;
    QTest::newRow("empty") << u""_s << false;
    QTest::newRow("digit") << u"1"_s << false;
}

void TstKitMessages::fewEmojiAreTold()
{
    QFETCH(QString, text);
    QFETCH(bool, few);
    QCOMPARE(isFewEmoji(text), few);
}

void TstKitMessages::hangulBreaksBetweenWords()
{
    const QString text = u"주말마다 한강에서 자전거를 타고 돌아오는 길에는 편의점에서 라면을 먹어요"_s;
    QTextLayout layout(text, m_theme->font(TextStyle::Body));
    breakLines(layout, 150);
    QVERIFY(layout.lineCount() > 2);
    for (int i = 1; i < layout.lineCount(); ++i)
        QVERIFY2(text[layout.lineAt(i).textStart() - 1].isSpace(), qPrintable(text.sliced(layout.lineAt(i).textStart())));
    int length = 0;
    for (int i = 0; i < layout.lineCount(); ++i) {
        QVERIFY(layout.lineAt(i).naturalTextWidth() <= 150);
        length += layout.lineAt(i).textLength();
    }
    QCOMPARE(length, text.size());
}

void TstKitMessages::wordWithoutSpacesIsBroken()
{
    for (const QString &text : {QString(200, u'ㅋ'), QString(200, u'가'), QString(200, u'x')}) {
        QTextLayout layout(text, m_theme->font(TextStyle::Body));
        QTextOption wrap;
        wrap.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        layout.setTextOption(wrap);
        const QSizeF size = breakLines(layout, 200);
        QVERIFY(layout.lineCount() > 3);
        QVERIFY(size.width() <= 200);
    }
}

void TstKitMessages::everythingStaysInsideTheRow_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("zoom");
    for (const int width : {320, 560, 1200}) {
        for (const int zoom : {90, 100, 200})
            QTest::addRow("%d px at %d%%", width, zoom) << width << zoom;
    }
}

void TstKitMessages::everythingStaysInsideTheRow()
{
    QFETCH(int, width);
    QFETCH(int, zoom);
    m_theme->setZoom(zoom);
    for (int i = 0; i < m_samples.rowCount(); ++i) {
        const MessageRow row = readMessageRow(m_samples.index(i, 0));
        const MessageLayout layout = layOut(row, width, *m_theme);
        const QRectF all(0, 0, width, layout.height);
        QVERIFY2(layout.height > 10, qPrintable(row.text));
        for (const QRectF &part : {layout.day, layout.unread, layout.avatar, layout.author, layout.bubble, layout.image, layout.file, layout.time, layout.state, layout.failure})
            QVERIFY2(part.isEmpty() || all.contains(part), qPrintable(row.text));
        for (const QRectF &part : {layout.text, layout.image, layout.file, layout.quote})
            QVERIFY2(part.isEmpty() || layout.bubble.adjusted(-1, -1, 1, 1).contains(part), qPrintable(row.text));
        QVERIFY2(!layout.time.intersects(layout.bubble) && !layout.state.intersects(layout.bubble), qPrintable(row.text));
        QVERIFY2(!layout.time.intersects(layout.state), qPrintable(row.text));
        QVERIFY2(!layout.quote.intersects(layout.text), qPrintable(row.text));
        QCOMPARE(layout.reactions.size(), row.reactions.size());
        for (const QRectF &pill : layout.reactions)
            QVERIFY2(all.contains(pill) && !pill.intersects(layout.bubble) && !pill.intersects(layout.time) && !pill.intersects(layout.state), qPrintable(row.text));
        if (layout.lines)
            QVERIFY(layout.lines->boundingRect().height() <= layout.text.height() + 1);
    }
    m_theme->setZoom(100);
}

void TstKitMessages::noMarkIsCut_data()
{
    QTest::addColumn<int>("zoom");
    for (const int zoom : {100, 150, 200})
        QTest::addRow("%d%%", zoom) << zoom;
}

void TstKitMessages::noMarkIsCut()
{
    QFETCH(int, zoom);
    m_theme->setZoom(zoom);
    const QFontMetricsF caption(m_theme->font(TextStyle::Caption));
    for (const bool mine : {false, true}) {
        const MessageRow row{.mine = mine, .text = u"네"_s, .timeText = u"오후 3:20"_s, .quote = u"나: 짧은 말"_s, .edited = true, .reactions = {{.emoji = u"👍"_s, .count = 2}}};
        const MessageLayout layout = layOut(row, 700, *m_theme);
        QVERIFY(layout.quote.width() >= caption.horizontalAdvance(row.quote) + m_theme->px(10)); // a short one is not made shorter
        QVERIFY(layout.quote.height() >= caption.height());
        QVERIFY(layout.time.width() >= caption.horizontalAdvance(stampText(row)));
        QVERIFY(layout.reactions.first().width() >= caption.horizontalAdvance(pillText(row.reactions.first())));
        QVERIFY(layout.reactions.first().height() >= std::max(24.0, caption.height()));
    }
    m_theme->setZoom(100);
}

void TstKitMessages::reactionsStandBelowInTheirOrder()
{
    MessageRow row{.text = u"어때요?"_s};
    const double plain = layOut(row, 320, *m_theme).height;
    for (int i = 0; i < 12; ++i)
        row.reactions.append({.emoji = u"👍"_s, .count = 100 + i});
    for (const bool mine : {false, true}) {
        row.mine = mine;
        const MessageLayout layout = layOut(row, 320, *m_theme);
        for (qsizetype i = 1; i < layout.reactions.size(); ++i) {
            const QRectF &before = layout.reactions[i - 1], &pill = layout.reactions[i];
            QVERIFY(pill.top() >= before.bottom() || (pill.top() == before.top() && pill.left() > before.right()));
        }
        QVERIFY(layout.reactions.last().top() > layout.reactions.first().bottom()); // they do not fit into one line
        QVERIFY(layout.height > plain);
        if (mine)
            QCOMPARE(layout.reactions.last().right(), layout.bubble.right());
        else
            QCOMPARE(layout.reactions.first().left(), layout.bubble.left());
    }
}

void TstKitMessages::deletedMessageHasNoLinksAndNoMark()
{
    const MessageLayout layout = layOut({.text = u"https://example.org"_s, .edited = true, .deleted = true}, 500, *m_theme);
    QVERIFY(layout.links.isEmpty());
    QVERIFY(layout.stamp.isEmpty());
    QVERIFY(layout.lines->font().italic());
}

void TstKitMessages::bubblesTakeAtMostTwoThirds()
{
    const QString endless = QString(u"아주 긴 이야기 "_s).repeated(60);
    for (const bool mine : {false, true}) {
        const MessageLayout layout = layOut({.mine = mine, .text = endless}, 500, *m_theme);
        QVERIFY(layout.bubble.width() <= 350);
        QVERIFY(layout.bubble.width() > 250);
    }
}

void TstKitMessages::markupIsDrawnAsItIs()
{
    const MessageLayout layout = layOut({.text = u"<b>x</b> &lt; <img src='http://a.example/'>"_s}, 600, *m_theme);
    QCOMPARE(layout.lines->text(), u"<b>x</b> &lt; <img src='http://a.example/'>"_s);
    QVERIFY(!layout.image.isValid());
}

void TstKitMessages::separatorsMakeARowHigher()
{
    MessageRow row{.text = u"안녕"_s};
    const double plain = layOut(row, 500, *m_theme).height;
    row.daySeparator = u"오늘"_s;
    const double day = layOut(row, 500, *m_theme).height;
    row.unreadLine = true;
    const double both = layOut(row, 500, *m_theme).height;
    QVERIFY(plain < day && day < both);
}

void TstKitMessages::pictureHasItsPlaceBeforeItArrives()
{
    MessageRow row{.imageSize = QSize(1600, 900)};
    const double before = layOut(row, 500, *m_theme).height;
    row.image = QPixmap(160, 90);
    QCOMPARE(layOut(row, 500, *m_theme).height, before);
    const QRectF image = layOut(row, 500, *m_theme).image;
    QVERIFY(std::abs(image.width() / image.height() - 16.0 / 9) < 0.05);
}

void TstKitMessages::glyphStandsWhereTheStateIs()
{
    MessageRow row{.mine = true, .text = u"네"_s, .timeText = u"3:20"_s};
    QSet<QByteArray> pictures;
    for (const SendState state : {SendState::Queued, SendState::Stored, SendState::Read, SendState::Failed}) {
        row.state = state;
        const MessageLayout layout = layOut(row, 400, *m_theme);
        QVERIFY(!layout.state.isEmpty());
        QStandardItemModel model;
        auto *item = new QStandardItem(row.text);
        item->setData(true, RowMineRole);
        item->setData(true, RowLastOfGroupRole);
        item->setData(int(state), RowSendStateRole);
        item->setData(row.timeText, RowTimeTextRole);
        model.appendRow(item);
        QImage image(400, int(layout.height), QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        MessageDelegate delegate(*m_theme);
        QStyleOptionViewItem where = option(400);
        where.rect = image.rect();
        delegate.paint(&painter, where, model.index(0, 0));
        painter.end();
        const QImage glyph = image.copy(layout.state.toAlignedRect());
        pictures.insert(QByteArray(reinterpret_cast<const char *>(glyph.constBits()), glyph.sizeInBytes()));
    }
    QCOMPARE(pictures.size(), 4);
    row.state = SendState::Stored;
    row.lastOfGroup = false;
    QVERIFY(layOut(row, 400, *m_theme).state.isEmpty()); // one tick for the group is enough
    row.state = SendState::Failed;
    QVERIFY(!layOut(row, 400, *m_theme).state.isEmpty());
}

void TstKitMessages::heightsAreRemembered()
{
    MessageDelegate delegate(*m_theme);
    for (int round = 0; round < 3; ++round) {
        for (int i = 0; i < m_samples.rowCount(); ++i)
            QCOMPARE(delegate.sizeHint(option(500), m_samples.index(i, 0)).height(),
                     int(layOut(readMessageRow(m_samples.index(i, 0)), 500, *m_theme).height));
    }
    QCOMPARE(delegate.remembered(), m_samples.rowCount());
    m_theme->setZoom(120);
    QCOMPARE(delegate.remembered(), 0);
    m_theme->setZoom(100);
}

void TstKitMessages::rememberedHeightFollowsTheText()
{
    QStandardItemModel model;
    auto *item = new QStandardItem(u"짧아요"_s);
    item->setData(u"1"_s, RowIdRole);
    model.appendRow(item);
    MessageDelegate delegate(*m_theme);
    const int before = delegate.sizeHint(option(400), model.index(0, 0)).height();
    item->setText(QString(u"이제는 훨씬 길어요 "_s).repeated(20));
    const int after = delegate.sizeHint(option(400), model.index(0, 0)).height();
    QVERIFY(after > 2 * before);
    QVERIFY(delegate.sizeHint(option(900), model.index(0, 0)).height() < after);
}

void TstKitMessages::manyRowsAreMeasuredOnce()
{
    constexpr int rows = 20'000;
    int asked = 0;
    MessageDelegate delegate(*m_theme, nullptr, [&asked](const QModelIndex &index) {
        ++asked;
        return MessageRow{.id = QString::number(index.row()), .text = u"안녕하세요 %1"_s.arg(index.row())};
    });
    QStandardItemModel model(rows, 1);
    const auto measureAll = [&] {
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < rows; ++i)
            (void)delegate.sizeHint(option(500), model.index(i, 0));
        return double(timer.nsecsElapsed()) / rows / 1000;
    };
    const double first = measureAll();
    const double again = measureAll();
    qInfo("%.1f µs to measure a row, %.1f µs to remember it", first, again);
    QCOMPARE(asked, 2 * rows);
    QVERIFY(again < first / 3);
}

void TstKitMessages::click(MessageDelegate &delegate, const QModelIndex &index, const QPointF &point)
{
    class Open : public MessageDelegate {
    public:
        using MessageDelegate::editorEvent;
    };
    QMouseEvent release(QEvent::MouseButtonRelease, point, point, Qt::LeftButton, Qt::NoButton, Qt::NoModifier);
    static_cast<Open &>(delegate).editorEvent(&release, &m_samples, option(560), index);
}

void TstKitMessages::clickOnALinkIsTold()
{
    const auto found = m_samples.match(m_samples.index(0, 0), Qt::DisplayRole, u"https://example.org"_s, 1, Qt::MatchContains);
    QCOMPARE(found.size(), 1);
    MessageDelegate delegate(*m_theme);
    QSignalSpy activated(&delegate, &MessageDelegate::linkActivated);
    const MessageLayout layout = layOut(readMessageRow(found.first()), 560, *m_theme);
    const Link link = layout.links.first();
    const QTextLine line = layout.lines->lineForTextPosition(int(link.start) + 2);
    const QPointF inside = layout.text.topLeft() + QPointF(line.cursorToX(int(link.start) + 2) + 2, line.y() + line.height() / 2);
    click(delegate, found.first(), inside);
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated.first().first().toUrl(), link.url);
    QCOMPARE(delegate.linkAt(option(560), found.first(), inside.toPoint()), link.url);
    click(delegate, found.first(), layout.text.topLeft() + QPointF(2, 5));
    QCOMPARE(activated.size(), 1);
}

void TstKitMessages::clickOnAFailureIsTold()
{
    const QModelIndex failed = m_samples.index(m_samples.rowCount() - 1, 0);
    MessageDelegate delegate(*m_theme);
    QSignalSpy activated(&delegate, &MessageDelegate::failureActivated);
    const MessageLayout layout = layOut(readMessageRow(failed), 560, *m_theme);
    click(delegate, failed, layout.state.center());
    click(delegate, failed, layout.bubble.center());
    QCOMPARE(activated.size(), 1);
}

void TstKitMessages::clickOnAQuoteOrAReactionIsTold()
{
    const auto found = m_samples.match(m_samples.index(0, 0), RowQuoteRole, u"푸른고래"_s, 1, Qt::MatchContains);
    QCOMPARE(found.size(), 1);
    MessageDelegate delegate(*m_theme);
    QSignalSpy quoted(&delegate, &MessageDelegate::quoteActivated), reacted(&delegate, &MessageDelegate::reactionActivated);
    const MessageLayout layout = layOut(readMessageRow(found.first()), 560, *m_theme);
    click(delegate, found.first(), layout.text.center());
    QCOMPARE(quoted.size() + reacted.size(), 0);
    click(delegate, found.first(), layout.quote.center());
    QCOMPARE(quoted.size(), 1);
    click(delegate, found.first(), layout.reactions[3].center());
    QCOMPARE(reacted.size(), 1);
    QCOMPARE(reacted.first()[1].toString(), u"🙏"_s);
}

void TstKitMessages::screenReadersGetTheWholeRow()
{
    const QString own = accessibleText({.mine = true, .text = u"안녕"_s, .timeText = u"3:20"_s, .state = SendState::Read});
    QCOMPARE(own, u"You: 안녕. 3:20. Read"_s);
    const QString other = accessibleText({.text = u"hi"_s, .author = u"Minji"_s, .daySeparator = u"Today"_s, .unreadLine = true});
    QCOMPARE(other, u"Today. New messages. Minji: hi"_s);
    const MessageRow marked{.text = u"yes"_s, .author = u"Minji"_s, .timeText = u"3:20"_s, .quote = u"Bora: shall we?"_s, .edited = true,
                            .reactions = {{.emoji = u"👍"_s, .count = 2, .mine = true}, {.emoji = u"😮"_s, .count = 1}}};
    QCOMPARE(accessibleText(marked), u"Minji: yes. In reply to Bora: shall we?. Reactions: 👍 2, one of them yours, 😮 1. edited. 3:20"_s);
    QVERIFY(accessibleText({.author = u"Minji"_s, .fileName = u"a.pdf"_s}).contains(u"a.pdf"_s));
}

void TstKitMessages::allStatesHaveWords()
{
    QSet<QString> words;
    for (const SendState state : {SendState::Queued, SendState::Sending, SendState::Stored, SendState::Delivered, SendState::Read, SendState::Failed})
        words.insert(sendStateText(state));
    QCOMPARE(words.size(), 6);
    QVERIFY(!words.contains(QString()));
    QVERIFY(sendStateText(SendState::None).isEmpty());
}

QTEST_MAIN(TstKitMessages)
#include "tst_kit_messages.moc"
