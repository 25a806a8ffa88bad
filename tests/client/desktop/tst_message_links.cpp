// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QClipboard>
#include <QDesktopServices>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>

#include "client/desktop/chats/link_dialog.h"
#include "talk_bench.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::desktop;
using namespace jjak::desktop::test;
using jjak::client::test::roomId;

//! Links of others are opened outside, and only after showing plainly where they lead.
class TestMessageLinks : public QObject {
    Q_OBJECT

public Q_SLOTS:
    void opened(const QUrl &url) { m_opened.append(url); }

private Q_SLOTS:
    void init() { m_opened.clear(); }
    void hostIsShownPlainly_data();
    void hostIsShownPlainly();
    void wholeAddressCanBeRead();
    void clickAsksBeforeItOpens();
    void keysReachALink();
    void menuShowsTheAddressAsItIs();

private:
    QList<QUrl> m_opened;
};

namespace {

constexpr qint64 withLink = 5;

QString allTexts(const QWidget *dialog)
{
    QStringList texts;
    for (const QLabel *label : dialog->findChildren<QLabel *>())
        if (label->isVisibleTo(dialog))
            texts.append(label->text());
    return texts.join(u'\n');
}

QPushButton *primary(const QWidget *dialog)
{
    for (auto *button : dialog->findChildren<QPushButton *>())
        if (button->property("kind") == u"primary"_s)
            return button;
    return nullptr;
}

} // namespace

void TestMessageLinks::hostIsShownPlainly_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("otherLetters");
    QTest::newRow("plain") << u"https://example.org/a?b=c&d=e#f"_s << u"example.org"_s << u"https://example.org/a?b=c&d=e#f"_s << false;
    QTest::newRow("korean") << u"https://한글.kr/가"_s << u"xn--bj0bj06e.kr"_s << u"https://xn--bj0bj06e.kr/%EA%B0%80"_s << true;
    QTest::newRow("looks like another") << u"https://аpple.com/"_s << u"xn--pple-43d.com"_s << u"https://xn--pple-43d.com/"_s << true;
    QTest::newRow("right to left behind the host") << u"https://a.org/\u202Egpj.exe"_s << u"a.org"_s << u"https://a.org/gpj.exe"_s << false;
    QTest::newRow("hebrew path") << u"https://a.org/אבג"_s << u"a.org"_s << u"https://a.org/%D7%90%D7%91%D7%92"_s << false;
    QTest::newRow("number") << u"http://[::1]:8080/x"_s << u"::1"_s << u"http://[::1]:8080/x"_s << false;
    QTest::newRow("host at the end of a long name") << u"https://www.mybank.example.evil.test/"_s << u"www.mybank.example.evil.test"_s << u"https://www.mybank.example.evil.test/"_s << false;
}

void TestMessageLinks::hostIsShownPlainly()
{
    QFETCH(QString, typed);
    QFETCH(QString, host);
    QFETCH(QString, address);
    QFETCH(bool, otherLetters);
    const auto links = findLinks(displayText(typed)); // what is drawn, and can be clicked
    QCOMPARE(links.size(), 1);
    const Theme theme;
    LinkDialog dialog(theme, links[0].url, nullptr);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    QVERIFY2(allTexts(&dialog).contains(u"Open %1?"_s.arg(host)), qPrintable(allTexts(&dialog)));
    QCOMPARE(dialog.findChild<QPlainTextEdit *>()->toPlainText(), address);
    QCOMPARE(allTexts(&dialog).contains(u"Letters of other scripts"_s), otherLetters);
}

void TestMessageLinks::wholeAddressCanBeRead()
{
    const Theme theme;
    const QUrl url(u"https://example.org/"_s + QString(900, u'a') + u"?end"_s);
    LinkDialog dialog(theme, url, nullptr);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    auto *address = dialog.findChild<QPlainTextEdit *>();
    QCOMPARE(address->toPlainText(), plainAddress(url));
    QVERIFY(!address->accessibleName().isEmpty());
    QVERIFY(dialog.height() < 600);
    QCOMPARE(QApplication::focusWidget() ? static_cast<QPushButton *>(QApplication::focusWidget())->text() : QString(), u"Cancel"_s); // Enter opens nothing by accident
    for (auto *button : dialog.findChildren<QPushButton *>())
        if (button->text() == u"Copy"_s)
            button->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), plainAddress(url));
}

void TestMessageLinks::clickAsksBeforeItOpens()
{
    QDesktopServices::setUrlHandler(u"https"_s, this, "opened");
    TalkBench bench;
    bench.list()->scrollTo(bench.index(withLink), QAbstractItemView::PositionAtCenter);
    const MessageLayout layout = bench.layout(withLink);
    const auto dialog = [&] { return bench.desk.window->findChild<LinkDialog *>(); };
    QPointF onLink;
    for (double x = layout.text.left(); x < layout.text.right() && onLink.isNull(); x += 3)
        if (layout.linkAt({x, layout.text.top() + 4}).isValid() && !layout.linkAt({x, layout.text.top() + 4}).isEmpty())
            onLink = QPointF(x + 6, layout.text.top() + 4);
    QVERIFY(!onLink.isNull());
    bench.click(withLink, onLink);
    QVERIFY(dialog() && dialog()->isVisible());
    QVERIFY(m_opened.isEmpty());
    dialog()->reject();
    QTRY_VERIFY(!dialog());
    QVERIFY(m_opened.isEmpty());
    bench.click(withLink, onLink);
    primary(dialog())->click();
    QCOMPARE(m_opened, QList<QUrl>{QUrl(u"https://example.org/cafe"_s)});
    QDesktopServices::unsetUrlHandler(u"https"_s);
}

void TestMessageLinks::keysReachALink()
{
    TalkBench bench;
    bench.list()->setFocus();
    bench.list()->setCurrentIndex(bench.index(withLink));
    QTest::keyClick(bench.list(), Qt::Key_F10, Qt::ShiftModifier);
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QVERIFY(menu);
    const QList<QAction *> actions = menu->actions();
    const auto link = std::ranges::find(actions, u"https://example.org/cafe"_s, &QAction::text);
    QVERIFY(link != actions.end());
    menu->setActiveAction(*link);
    QTest::keyClick(menu, Qt::Key_Return);
    const auto *dialog = bench.desk.window->findChild<LinkDialog *>();
    QVERIFY(dialog && dialog->isVisible());
}

void TestMessageLinks::menuShowsTheAddressAsItIs()
{
    TalkBench bench;
    const auto texts = [&](const QString &text) {
        MessageRow row = readMessage(bench.index(withLink));
        row.text = text;
        const std::unique_ptr<QMenu> menu(bench.actions()->menu(bench.index(withLink), row));
        QStringList out;
        for (const QAction *action : menu->actions())
            if (action->text().startsWith(u"http"_s))
                out.append(action->text());
        return out;
    };
    QCOMPARE(texts(u"https://a.org/?a=1&b=2"_s), QStringList{u"https://a.org/?a=1&&b=2"_s}); // an ampersand, no mnemonic
    QCOMPARE(texts(u"https://аpple.com"_s), QStringList{u"https://xn--pple-43d.com"_s});
    QVERIFY(texts(u"https://a.org/"_s + QString(300, u'x')).first().endsWith(u'…'));
    QVERIFY(texts(u"https://user:word@a.org/"_s).isEmpty()); // where it seems to lead is not where it leads
}

QTEST_MAIN(TestMessageLinks)
#include "tst_message_links.moc"
