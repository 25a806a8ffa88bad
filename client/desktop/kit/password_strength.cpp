// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/kit/password_strength.h"

#include "client/desktop/kit/theme.h"

#include <QPainter>
#include <QSet>

#include <cmath>

using namespace Qt::StringLiterals;

namespace jjak::desktop {

namespace {

constexpr int pieces = 4;

double alphabetSize(const QString &password)
{
    double size = 0;
    bool lower = false, upper = false, digit = false, hangul = false, other = false;
    for (const QChar c : password) {
        if (c.isDigit())
            digit = true;
        else if (c.script() == QChar::Script_Hangul)
            hangul = true;
        else if (c.isLower())
            lower = true;
        else if (c.isUpper())
            upper = true;
        else
            other = true;
    }
    size += lower ? 26 : 0;
    size += upper ? 26 : 0;
    size += digit ? 10 : 0;
    size += hangul ? 600 : 0; // the syllables that people really write
    size += other ? 33 : 0;
    return size;
}

//! Whether a character adds next to nothing after the one before it: the same, its neighbour, or the next key.
bool follows(QChar before, QChar c)
{
    constexpr QStringView keys = u"qwertyuiop asdfghjkl zxcvbnm";
    const int step = c.unicode() - before.unicode();
    if (step >= -1 && step <= 1)
        return true;
    const qsizetype at = keys.indexOf(before);
    return at >= 0 && at + 1 < keys.size() && keys[at + 1] == c;
}

//! The password with every guessable word in it shrunk to one letter.
QString withoutWords(QString password, const QStringList &own)
{
    QStringList words{u"password"_s, u"passw0rd"_s, u"iloveyou"_s, u"sarang"_s, u"welcome"_s, u"dragon"_s, u"monkey"_s,
                      u"admin"_s, u"login"_s, u"letmein"_s, u"secret"_s, u"love"_s, u"jjak"_s, u"사랑해"_s, u"비밀번호"_s};
    words += own;
    for (const QString &word : words) {
        constexpr qsizetype tooShortToMatter = 3;
        if (word.size() >= tooShortToMatter)
            password.replace(word.toLower(), u"w"_s);
    }
    return password;
}

} // namespace

int passwordScore(const QString &password, const QStringList &own)
{
    const QString rest = withoutWords(password.toLower(), own);
    double length = 0;
    for (qsizetype i = 0; i < rest.size(); ++i)
        length += i > 0 && follows(rest[i - 1], rest[i]) ? 0.25 : 1;
    const double bits = length * std::log2(std::max(2.0, alphabetSize(password)));
    constexpr double steps[pieces] = {28, 40, 55, 72};
    int score = 0;
    while (score < pieces && bits >= steps[score])
        ++score;
    return score;
}

PasswordStrength::PasswordStrength(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Password strength"));
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void PasswordStrength::setPassword(const QString &password, const QStringList &own)
{
    m_empty = password.isEmpty();
    m_score = passwordScore(password, own);
    setAccessibleDescription(verdict());
    update();
}

QString PasswordStrength::verdict() const
{
    if (m_empty)
        return {};
    switch (m_score) {
    case 0: return tr("Very easy to guess");
    case 1: return tr("Easy to guess");
    case 2: return tr("Fair");
    case 3: return tr("Good");
    default: return tr("Strong");
    }
}

QSize PasswordStrength::sizeHint() const
{
    return {m_theme.px(240), QFontMetrics(m_theme.font(TextStyle::Caption)).height() + m_theme.px(14)};
}

QColor PasswordStrength::color() const
{
    const Tokens &tokens = m_theme.tokens();
    return m_score <= 1 ? tokens.danger : m_score == 2 ? tokens.warning : tokens.success;
}

void PasswordStrength::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const double gap = m_theme.px(6);
    const double thickness = m_theme.px(5);
    const double length = (width() - gap * (pieces - 1)) / pieces;
    const int filled = m_empty ? 0 : std::max(1, m_score);
    for (int i = 0; i < pieces; ++i) {
        painter.setBrush(i < filled ? color() : m_theme.tokens().outline);
        painter.drawRoundedRect(QRectF(i * (length + gap), 0, length, thickness), thickness / 2, thickness / 2);
    }
    painter.setFont(m_theme.font(TextStyle::Caption));
    painter.setPen(color());
    painter.drawText(rect().adjusted(0, m_theme.px(9), 0, 0), Qt::AlignLeading | Qt::AlignTop, verdict());
}

} // namespace jjak::desktop
