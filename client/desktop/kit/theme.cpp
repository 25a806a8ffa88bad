// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/kit/theme.h"

#include "client/desktop/kit/kit_style.h"

#include <QApplication>
#include <QEvent>
#include <QFile>
#include <QFontDatabase>
#include <QFontInfo>
#include <QRawFont>
#include <QRegularExpression>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

// Resources of a static library are linked in only when asked for, and the macro must stand outside namespaces.
static void initDesktopResource()
{
    Q_INIT_RESOURCE(desktop);
}

namespace jjak::desktop {

namespace {

constexpr int smallestBody = 14; // pixels at 100 %

bool looksDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

//! A font that has an emoji itself has it without colour, and would win over the emoji font behind it.
bool hidesEmoji(const QString &family)
{
    constexpr uint face = 0x1F600;
    return !family.contains("Emoji"_L1) && QRawFont::fromFont(QFont(family)).supportsCharacter(face);
}

} // namespace

Theme::Theme(QObject *parent) : QObject(parent)
{
    initDesktopResource();
    m_base = QFont();
    m_base.setFamilies(families());
    m_base.setPixelSize(std::max(smallestBody, QFontInfo(QFont()).pixelSize()));
    m_base.setStyleStrategy(QFont::PreferAntialias);
    m_systemDark = looksDark(QGuiApplication::palette());
    refresh();
}

QStringList Theme::families()
{
    static const QStringList result = [] {
        const QStringList wanted{u"Pretendard"_s,       u"Noto Sans KR"_s,     u"Noto Sans CJK KR"_s, u"Apple SD Gothic Neo"_s,
                                 u"Malgun Gothic"_s,    u"NanumGothic"_s,      u"Apple Color Emoji"_s, u"Segoe UI Emoji"_s,
                                 u"Noto Color Emoji"_s};
        QStringList all;
        const QString system = QFontInfo(QFont()).family();
        if (!hidesEmoji(system))
            all.append(system);
        for (const QString &family : wanted) {
            if (QFontDatabase::hasFamily(family) && !all.contains(family))
                all.append(family);
        }
        if (!all.contains(system))
            all.append(system);
        return all;
    }();
    return result;
}

void Theme::applyTo(QApplication &application)
{
    m_application = &application;
    application.installEventFilter(this);
    application.setStyle(new KitStyle(*this)); // the application owns it
    apply();
}

void Theme::setMode(Mode mode)
{
    if (m_mode == mode)
        return;
    m_mode = mode;
    refresh();
}

void Theme::setSystemDark(std::optional<bool> dark)
{
    if (m_told == dark)
        return;
    m_told = dark;
    refresh();
}

void Theme::setZoom(int percent)
{
    const int zoom = std::clamp(percent, smallestZoom, largestZoom);
    if (m_zoom == zoom)
        return;
    m_zoom = zoom;
    refresh();
}

void Theme::setMotionAllowed(bool allowed)
{
    if (m_motion == allowed)
        return;
    m_motion = allowed;
    refresh();
}

void Theme::refresh()
{
    const bool dark = m_mode == Mode::System ? m_told.value_or(m_systemDark) : m_mode == Mode::Dark;
    m_tokens = dark ? Tokens::forDark() : Tokens::light();
    apply();
    Q_EMIT changed();
}

void Theme::apply()
{
    if (m_application == nullptr)
        return;
    QApplication::setPalette(palette());
    QApplication::setFont(font(TextStyle::Body));
    m_application->setStyleSheet(styleSheet());
}

void Theme::readSystem()
{
    // Our own palette covers the system's; without ours, what is left is the system's.
    QApplication::setPalette(QPalette());
    m_systemDark = looksDark(QGuiApplication::palette());
    refresh();
}

bool Theme::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ThemeChange && watched == m_application)
        QTimer::singleShot(0, this, &Theme::readSystem);
    return QObject::eventFilter(watched, event);
}

QFont Theme::font(TextStyle style) const
{
    QFont font = m_base;
    const int base = m_base.pixelSize();
    switch (style) {
    case TextStyle::Caption: font.setPixelSize(px(base - 2)); break;
    case TextStyle::Body: font.setPixelSize(px(base)); break;
    case TextStyle::Strong: font.setPixelSize(px(base)); font.setWeight(QFont::Bold); break;
    case TextStyle::Title: font.setPixelSize(px(base + 4)); font.setWeight(QFont::Bold); break;
    case TextStyle::Display: font.setPixelSize(px(base + 14)); font.setWeight(QFont::Bold); break;
    }
    return font;
}

QPalette Theme::palette() const
{
    const Tokens &t = m_tokens;
    QPalette p(t.text, t.raised, mixed(t.raised, t.surface, 0.5), t.outline, t.control, t.text, t.text, t.surface, t.background);
    p.setColor(QPalette::AlternateBase, t.raised);
    p.setColor(QPalette::ToolTipBase, t.text);
    p.setColor(QPalette::ToolTipText, t.surface);
    p.setColor(QPalette::PlaceholderText, t.mutedText);
    p.setColor(QPalette::Highlight, t.accent);
    p.setColor(QPalette::HighlightedText, t.accentText);
    p.setColor(QPalette::Link, t.accentStrong);
    p.setColor(QPalette::LinkVisited, t.accentStrong);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, t.mutedText);
    p.setColor(QPalette::Disabled, QPalette::Highlight, t.outline);
    p.setColor(QPalette::Disabled, QPalette::HighlightedText, t.mutedText);
    return p;
}

QString Theme::styleSheet() const
{
    QFile file(u":/jjak/styles/jjak.qss"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the program was built without its style sheet");
    return expand(QString::fromUtf8(file.readAll()), m_tokens, m_zoom);
}

QString Theme::expand(QString sheet, const Tokens &tokens, int zoom)
{
    static const QRegularExpression token(u"@([A-Za-z]+)(\\d*)"_s);
    QString result;
    qsizetype copied = 0;
    for (auto it = token.globalMatch(sheet); it.hasNext();) {
        const auto match = it.next();
        result += QStringView(sheet).sliced(copied, match.capturedStart() - copied);
        copied = match.capturedEnd();
        const QColor color = tokens.byName(match.capturedView(1));
        if (match.capturedView(1) == "px"_L1)
            result += QString::number((match.capturedView(2).toInt() * zoom + 50) / 100) + "px"_L1;
        else if (color.isValid())
            result += color.name();
        else
            qFatal("no token named %s", qPrintable(match.captured()));
    }
    return result.append(QStringView(sheet).sliced(copied));
}

} // namespace jjak::desktop
