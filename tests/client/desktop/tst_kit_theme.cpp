// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/kit/icons.h"
#include "client/desktop/kit/theme.h"

#include <QApplication>
#include <QFontInfo>
#include <QPainter>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextLayout>

using namespace Qt::StringLiterals;
using namespace jjak::desktop;

class TstKitTheme : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void contrastFollowsTheDefinition();
    void everyPairIsReadable_data();
    void everyPairIsReadable();
    void whiteIsReadableOnEveryAvatar();
    void avatarColorIsStable();
    void everyTokenIsSet();
    void modesChooseTheTokens();
    void systemModeFollowsWhatItIsTold();
    void zoomScalesTextAndLengthsWithinBounds();
    void sheetIsExpandedCompletely();
    void themeReachesTheApplication();
    void everyIconDraws();
    void iconsTakeTheColourOfTheTheme();
    void unreadMarkChangesTheApplicationIcon();
    void emojiAreColoured();
};

namespace {

bool isBlank(const QImage &image)
{
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (qAlpha(image.pixel(x, y)) != 0)
                return false;
        }
    }
    return true;
}

} // namespace

void TstKitTheme::contrastFollowsTheDefinition()
{
    QCOMPARE(contrast(Qt::white, Qt::black), 21.0);
    QCOMPARE(contrast(Qt::white, Qt::white), 1.0);
    QVERIFY(std::abs(contrast(QColor(0x777777), Qt::white) - 4.48) < 0.01); // the value in WCAG's own examples
}

void TstKitTheme::everyPairIsReadable_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TstKitTheme::everyPairIsReadable()
{
    QFETCH(bool, dark);
    const Tokens tokens = dark ? Tokens::forDark() : Tokens::light();
    QVERIFY(contrastPairs().size() > 30);
    for (const ContrastPair &pair : contrastPairs()) {
        const double ratio = contrast(tokens.byName(pair.foreground), tokens.byName(pair.background));
        QVERIFY2(ratio >= pair.minimum,
                 qPrintable(u"%1 on %2: %3"_s.arg(pair.foreground, pair.background).arg(ratio)));
    }
}

void TstKitTheme::whiteIsReadableOnEveryAvatar()
{
    for (const QColor &color : avatarColors())
        QVERIFY2(contrast(Qt::white, color) >= 4.5, qPrintable(color.name()));
}

void TstKitTheme::avatarColorIsStable()
{
    QCOMPARE(avatarColor(u"민지"), avatarColor(u"민지"));
    QSet<QRgb> used;
    for (int i = 0; i < 200; ++i)
        used.insert(avatarColor(u"person %1"_s.arg(i)).rgb());
    QCOMPARE(used.size(), avatarColors().size());
}

void TstKitTheme::everyTokenIsSet()
{
    for (const QString &name : Tokens::names()) {
        QVERIFY2(Tokens::light().byName(name).isValid(), qPrintable(name));
        QVERIFY2(Tokens::forDark().byName(name).isValid(), qPrintable(name));
    }
    QVERIFY(!Tokens::light().byName(u"nothing").isValid());
}

void TstKitTheme::modesChooseTheTokens()
{
    Theme theme;
    QSignalSpy changed(&theme, &Theme::changed);
    theme.setMode(Theme::Mode::Dark);
    QVERIFY(theme.isDark());
    QCOMPARE(theme.tokens().background, Tokens::forDark().background);
    theme.setMode(Theme::Mode::Light);
    QVERIFY(!theme.isDark());
    theme.setMode(Theme::Mode::Light);
    QCOMPARE(changed.size(), 2);
}

void TstKitTheme::systemModeFollowsWhatItIsTold()
{
    Theme theme;
    theme.setSystemDark(true);
    QVERIFY(theme.isDark());
    theme.setMode(Theme::Mode::Light);
    QVERIFY(!theme.isDark());
    theme.setMode(Theme::Mode::System);
    QVERIFY(theme.isDark());
    theme.setSystemDark(false);
    QVERIFY(!theme.isDark());
}

void TstKitTheme::zoomScalesTextAndLengthsWithinBounds()
{
    Theme theme;
    const int body = theme.font(TextStyle::Body).pixelSize();
    QVERIFY(body >= 14);
    QVERIFY(theme.font(TextStyle::Caption).pixelSize() < body);
    QVERIFY(theme.font(TextStyle::Title).pixelSize() > body);
    theme.setZoom(200);
    QCOMPARE(theme.font(TextStyle::Body).pixelSize(), 2 * body);
    QCOMPARE(theme.px(12), 24);
    theme.setZoom(1000);
    QCOMPARE(theme.zoom(), Theme::largestZoom);
    theme.setZoom(0);
    QCOMPARE(theme.zoom(), Theme::smallestZoom);
}

void TstKitTheme::sheetIsExpandedCompletely()
{
    const Tokens tokens = Tokens::light();
    QCOMPARE(Theme::expand(u"a { color: @text; width: @px10 @px3; }"_s, tokens, 150),
             u"a { color: %1; width: 15px 5px; }"_s.arg(tokens.text.name()));
    Theme theme;
    QVERIFY(!theme.styleSheet().contains(u'@'));
    QVERIFY(theme.styleSheet().contains(theme.tokens().accent.name()));
}

void TstKitTheme::themeReachesTheApplication()
{
    Theme theme;
    theme.setMode(Theme::Mode::Dark);
    theme.applyTo(*qApp);
    QCOMPARE(QApplication::palette().color(QPalette::Window), theme.tokens().background);
    QPushButton button(u"보내기 Send"_s);
    button.setProperty("kind", u"primary"_s);
    button.ensurePolished();
    QCOMPARE(button.grab().toImage().pixelColor(button.width() / 2, 6), theme.tokens().accent);
    theme.setMode(Theme::Mode::Light);
    QCOMPARE(QApplication::palette().color(QPalette::Window), theme.tokens().background);
    QCOMPARE(button.grab().toImage().pixelColor(button.width() / 2, 6), theme.tokens().accent);
}

void TstKitTheme::everyIconDraws()
{
    QVERIFY(iconNames().size() > 50);
    for (const QString &name : iconNames()) {
        for (const int size : {16, 24}) {
            const QImage image = iconPixmap(name, size, Qt::red, 1).toImage();
            QVERIFY2(!isBlank(image), qPrintable(name));
            QCOMPARE(image.size(), QSize(size, size));
        }
    }
}

void TstKitTheme::iconsTakeTheColourOfTheTheme()
{
    Theme theme;
    theme.setMode(Theme::Mode::Light);
    const QIcon icon = themedIcon(theme, u"menu"_s, IconTone::Danger);
    const auto middle = [&icon] { return icon.pixmap(48, 48).toImage().pixelColor(24, 24); };
    QCOMPARE(middle(), Tokens::light().danger);
    theme.setMode(Theme::Mode::Dark);
    QCOMPARE(middle(), Tokens::forDark().danger);
}

void TstKitTheme::unreadMarkChangesTheApplicationIcon()
{
    QVERIFY(!applicationIcon().isNull());
    QVERIFY(!isBlank(applicationIcon().pixmap(16, 16).toImage()));
    QVERIFY(applicationIcon().pixmap(32, 32).toImage() != applicationIcon(true).pixmap(32, 32).toImage());
}

void TstKitTheme::emojiAreColoured()
{
    QVERIFY2(Theme::families().join(u',').contains("Emoji"_L1), "needs an emoji font, as cmake/packages names one");
    Theme theme;
    QImage image(40, 40, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setFont(theme.font(TextStyle::Title));
    painter.drawText(image.rect(), Qt::AlignCenter, u"😀"_s);
    painter.end();
    int coloured = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            coloured += image.pixelColor(x, y).hsvSaturation() > 120 ? 1 : 0;
    }
    QVERIFY(coloured > 30);
}

QTEST_MAIN(TstKitTheme)
#include "tst_kit_theme.moc"
