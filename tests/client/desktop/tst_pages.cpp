// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QAccessible>
#include <QAbstractSpinBox>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QScrollArea>
#include <QStyle>
#include <QStyleOptionButton>

#include "client/desktop/kit/radar_picker.h"
#include "tour.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::desktop;
using namespace jjak::desktop::test;

//! Every screen, looked at as a whole: can everybody use it, in every language, at every size?
class TestPages : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyControlHasANameAndIsReachedByTab_data();
    void everyControlHasANameAndIsReachedByTab();
    void noTextIsCut_data();
    void noTextIsCut();
    void everySentenceIsTranslatable();
    void languageChangesEverywhereAtOnce();
    void picturesAreNotEmpty();
};

namespace {

bool isControl(const QWidget *widget)
{
    if (widget->testAttribute(Qt::WA_TransparentForMouseEvents))
        return false; // shows only
    if (widget->inherits("QLineEditIconButton") || qobject_cast<const QScrollArea *>(widget))
        return false; // beside a box that does the same with a key
    if (widget->inherits("jjak::desktop::Completion"))
        return false; // the box it belongs to keeps the keyboard and says what is in it
    const auto *parent = widget->parentWidget();
    if (parent && (qobject_cast<const QComboBox *>(parent) || qobject_cast<const QAbstractSpinBox *>(parent)))
        return false; // a part of one control
    return qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QComboBox *>(widget) || qobject_cast<const QAbstractSpinBox *>(widget)
        || widget->inherits("QPlainTextEdit") || widget->inherits("QAbstractItemView") || qobject_cast<const RadarPicker *>(widget);
}

QString describe(const QWidget *widget)
{
    QStringList path;
    for (const QWidget *one = widget; one; one = one->parentWidget())
        path.prepend(QString::fromLatin1(one->metaObject()->className()).section(u"::"_s, -1));
    return path.join(u'/') + u" \""_s + widget->property("text").toString() + u'"';
}

QSet<QWidget *> tabOrder(QWidget *window)
{
    QSet<QWidget *> reached;
    for (QWidget *one = window->nextInFocusChain(); one && one != window && !reached.contains(one); one = one->nextInFocusChain())
        reached.insert(one);
    return reached;
}

QStringList complaintsOfAccess(QWidget *shown)
{
    QStringList complaints;
    const QSet<QWidget *> chain = tabOrder(shown->window());
    for (QWidget *widget : shown->findChildren<QWidget *>()) {
        if (!widget->isVisible() || !widget->isEnabled() || !isControl(widget))
            continue;
        QAccessibleInterface *access = QAccessible::queryAccessibleInterface(widget);
        if (!access || access->text(QAccessible::Name).trimmed().isEmpty())
            complaints.append(u"no name: "_s + describe(widget));
        // Of a group of choices one is reached by Tab, the others by the arrow keys.
        const bool choice = qobject_cast<QRadioButton *>(widget) || (qobject_cast<QAbstractButton *>(widget) && static_cast<QAbstractButton *>(widget)->group());
        if (!choice && (!(widget->focusPolicy() & Qt::TabFocus) || !chain.contains(widget)))
            complaints.append(u"not reached by Tab: "_s + describe(widget));
    }
    return complaints;
}

//! `next` stands higher, or more to the left in the same row; of cards beside each other it is the cards that are compared.
bool isJumpBack(const QWidget *from, const QWidget *next)
{
    while (!from->parentWidget()->isAncestorOf(next))
        from = from->parentWidget();
    while (next->parentWidget() != from->parentWidget())
        next = next->parentWidget();
    const QRect there = from->geometry(), here = next->geometry();
    const bool sameRow = here.center().y() >= there.top() && here.center().y() <= there.bottom();
    return here.bottom() < there.top() || (sameRow && here.right() < there.left());
}

//! It lies above the page, where there is room, and is left with Esc.
bool isInPicker(const QWidget *widget)
{
    return widget && (widget->inherits("jjak::desktop::EmojiPicker") || isInPicker(widget->parentWidget()));
}

//! Tab goes downwards and along a row, and from the end to the beginning: a second jump back is one too many.
//! Choices of a group are not asked: of those the one that is chosen is next.
QStringList complaintsOfOrder(QWidget *window)
{
    QWidgetList round;
    for (QWidget *one = window->nextInFocusChain(); one != window; one = one->nextInFocusChain())
        if (one->isVisible() && one->isEnabledTo(window) && (one->focusPolicy() & Qt::TabFocus) && !one->focusProxy() && isControl(one) && !qobject_cast<QRadioButton *>(one) && !isInPicker(one))
            round.append(one);
    QStringList jumps;
    if (qobject_cast<QDialog *>(window)) { // what the chain promises the key has to keep
        QWidgetList left = round;
        for (qsizetype presses = 2 * round.size(); presses > 0 && !left.isEmpty(); --presses) {
            left.removeAll(window->focusWidget());
            QTest::keyClick(window->focusWidget() ? window->focusWidget() : window, Qt::Key_Tab);
        }
        for (const QWidget *one : std::as_const(left))
            jumps.append(u"Tab never comes to %1"_s.arg(describe(one)));
    }
    for (qsizetype i = 0; i < round.size(); ++i)
        if (const QWidget *next = round[(i + 1) % round.size()]; isJumpBack(round[i], next))
            jumps.append(u"Tab jumps back: from %1 to %2"_s.arg(describe(round[i]), describe(next)));
    return jumps.size() > 1 ? jumps : QStringList();
}

//! The text does not fit into what the layout gives its widget.
bool isCut(const QLabel *label)
{
    if (label->text().trimmed().isEmpty() || !label->pixmap(Qt::ReturnByValue).isNull())
        return false;
    if (label->wordWrap())
        return label->heightForWidth(label->width()) > label->height() + 1;
    return label->sizeHint().width() > label->width() + 1 || label->sizeHint().height() > label->height() + 1;
}

QStringList complaintsOfRoom(QWidget *shown)
{
    QStringList complaints;
    for (const auto *label : shown->findChildren<QLabel *>())
        if (label->isVisible() && label->width() > 1 && isCut(label))
            complaints.append(u"cut: %1 in %2x%3, wants %4"_s.arg(describe(label)).arg(label->width()).arg(label->height()).arg(label->heightForWidth(label->width())));
    for (const auto *button : shown->findChildren<QAbstractButton *>())
        if (button->isVisible() && !button->text().isEmpty() && !button->inherits("QLineEditIconButton") && (button->sizeHint().width() > button->width() + 1 || button->sizeHint().height() > button->height() + 1))
            complaints.append(u"cut: %1 has %2, wants %3"_s.arg(describe(button)).arg(button->width()).arg(button->sizeHint().width()));
    return complaints;
}

QStringList shownSentences(QWidget *shown)
{
    QStringList texts{shown->windowTitle()};
    for (const auto *label : shown->findChildren<QLabel *>())
        texts.append(label->isVisible() ? label->text() : QString());
    for (const auto *button : shown->findChildren<QAbstractButton *>())
        texts.append({button->isVisible() ? button->text() : QString(), button->toolTip(), button->accessibleName()});
    for (const auto *edit : shown->findChildren<QLineEdit *>())
        texts.append({edit->placeholderText(), edit->accessibleName()});
    return texts;
}

bool isSentence(const QString &text)
{
    static const QStringList names{u"Jjak"_s, u"Maximiliane"_s, u"Sunday Brunch Round"_s, u"Which film would you love"_s, u"English"_s, u"Tiếng"_s, u"español"_s, u"français"_s, u"Deutsch"_s, u"jjak-term"_s, u"127.0.0.1"_s, u"Ctrl"_s, u"Alt"_s, u"Esc"_s, u"Return"_s, u"Shift"_s, u"Up"_s, u"F1"_s, u"F6"_s};
    for (const QString &name : names)
        if (text.startsWith(name) || text == name)
            return false;
    if (text.size() == 1)
        return false; // a key
    if (text.contains(u"  :"_s) && text.endsWith(u':'))
        return false; // the name of an emoji
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetter() && c.script() == QChar::Script_Latin; });
}

} // namespace

void TestPages::everyControlHasANameAndIsReachedByTab_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << u"en"_s;
    QTest::newRow("Korean") << u"ko"_s;
}

void TestPages::everyControlHasANameAndIsReachedByTab()
{
    QFETCH(QString, language);
    Desk desk;
    desk.speak(language);
    QStringList all;
    int screens = 0;
    tour(desk, [&](const QString &name, QWidget *shown) {
        ++screens;
        QStringList complaints = complaintsOfAccess(shown);
        complaints += complaintsOfOrder(shown->window());
        for (const QString &complaint : complaints)
            all.append(name + u": "_s + complaint);
    });
    QVERIFY(screens > 20);
    for (const QString &complaint : std::as_const(all))
        qWarning().noquote() << complaint; // Qt Test cuts long texts
    QVERIFY2(all.isEmpty(), qPrintable(u'\n' + all.join(u'\n')));
}

void TestPages::noTextIsCut_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("zoom");
    for (const int zoom : {100, 150}) {
        QTest::addRow("English %d", zoom) << u"en"_s << zoom;
        QTest::addRow("Korean %d", zoom) << u"ko"_s << zoom;
        QTest::addRow("longer %d", zoom) << u"longer"_s << zoom;
    }
}

void TestPages::noTextIsCut()
{
    QFETCH(QString, language);
    QFETCH(int, zoom);
    Desk desk(zoom);
    desk.speak(language);
    MarkingTranslator marks;
    if (language == "longer"_L1)
        QCoreApplication::installTranslator(&marks);
    QStringList all;
    tour(desk, [&](const QString &name, QWidget *shown) {
        for (const QString &complaint : complaintsOfRoom(shown))
            all.append(name + u": "_s + complaint);
    });
    QVERIFY2(all.isEmpty(), qPrintable(u'\n' + all.join(u'\n')));
}

void TestPages::everySentenceIsTranslatable()
{
    Desk desk;
    MarkingTranslator marks;
    QCoreApplication::installTranslator(&marks);
    QSet<QString> unmarked;
    tour(desk, [&](const QString &name, QWidget *shown) {
        for (const QString &text : shownSentences(shown))
            if (isSentence(text) && !text.contains(u'⟦'))
                unmarked.insert(name + u": "_s + text);
    });
    const QStringList list(unmarked.begin(), unmarked.end());
    QVERIFY2(list.isEmpty(), qPrintable(u'\n' + list.join(u'\n')));
}

void TestPages::languageChangesEverywhereAtOnce()
{
    Desk desk;
    desk.show();
    fillRooms(desk);
    desk.start(desk.scene.rooms);
    desk.window->openRoom(client::test::roomId(1));
    MarkingTranslator marks;
    QCoreApplication::installTranslator(&marks);
    QCoreApplication::processEvents();
    QStringList unmarked;
    for (const auto *label : desk.window->findChildren<QLabel *>()) // those of hidden pages too
        if (isSentence(label->text()) && !label->text().contains(u'⟦'))
            unmarked.append(describe(label));
    for (const auto *button : desk.window->findChildren<QAbstractButton *>())
        if (isSentence(button->text()) && !button->text().contains(u'⟦'))
            unmarked.append(describe(button));
    QVERIFY2(unmarked.isEmpty(), qPrintable(u'\n' + unmarked.join(u'\n')));
}

//! With JJAK_PICTURES=folder the pictures are kept, in both looks.
void TestPages::picturesAreNotEmpty()
{
    const QString folder = qEnvironmentVariable("JJAK_PICTURES");
    const QString wanted = qEnvironmentVariable("JJAK_LANG", u"en"_s);
    for (const auto mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
        Desk desk(qEnvironmentVariable("JJAK_ZOOM", u"100"_s).toInt());
        desk.speak(wanted);
        desk.theme.setMode(mode);
        tour(desk, [&](const QString &name, QWidget *shown) {
            const QImage image = shown->grab().toImage();
            QSet<QRgb> colours;
            for (int x = 0; x < image.width(); x += 3)
                for (int y = 0; y < image.height(); y += 3)
                    colours.insert(image.pixel(x, y));
            QVERIFY2(colours.size() > 8, qPrintable(name));
            if (!folder.isEmpty())
                QVERIFY(QDir().mkpath(folder) && image.save(folder + u'/' + name + (mode == Theme::Mode::Dark ? u"-dark.png"_s : u"-light.png"_s)));
        });
    }
}

QTEST_MAIN(TestPages)
#include "tst_pages.moc"
