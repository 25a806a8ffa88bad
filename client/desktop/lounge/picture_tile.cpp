// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/lounge/picture_tile.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>

#include "client/desktop/kit/icons.h"
#include "client/desktop/kit/theme.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

namespace {

constexpr int radius = 8, noteMargin = 6, barHeight = 4; // at 100 %

} // namespace

void paintCut(QPainter &painter, const QRectF &frame, double corner, const QPixmap &picture, const Theme &theme)
{
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    QPainterPath path;
    path.addRoundedRect(frame, corner, corner);
    painter.fillPath(path, theme.tokens().raised);
    if (picture.isNull()) {
        const double side = std::min({frame.width(), frame.height(), double(theme.px(24))});
        paintIcon(painter, QRectF(frame.center() - QPointF(side, side) / 2, QSizeF(side, side)), u"image"_s, theme.tokens().mutedText);
    } else {
        painter.setClipPath(path);
        const QSizeF source = frame.size().scaled(picture.size(), Qt::KeepAspectRatio);
        painter.drawPixmap(frame, picture, QRectF(QPointF(picture.width() - source.width(), picture.height() - source.height()) / 2, source));
    }
    painter.restore();
}

PictureTile::PictureTile(const Theme &theme, QWidget *parent) : QAbstractButton(parent), m_theme(theme)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    connect(&theme, &Theme::changed, this, &PictureTile::updateGeometry);
}

void PictureTile::setFrame(QSize size)
{
    m_frame = size;
    updateGeometry();
}

void PictureTile::setPicture(const QPixmap &picture)
{
    m_picture = picture;
    update();
}

void PictureTile::setNote(const QString &note)
{
    m_note = note;
    update();
}

void PictureTile::setProgress(int percent)
{
    m_progress = percent;
    update();
}

QSize PictureTile::sizeHint() const
{
    return {m_theme.px(m_frame.width()), m_theme.px(m_frame.height())};
}

void PictureTile::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(rect()).adjusted(2, 2, -2, -2);
    paintCut(painter, frame, m_theme.px(radius), m_picture, m_theme);
    if (!m_note.isEmpty()) {
        painter.setFont(m_theme.font(TextStyle::Caption));
        const QRectF text = frame.adjusted(m_theme.px(noteMargin), m_theme.px(noteMargin), -m_theme.px(noteMargin), -m_theme.px(noteMargin));
        const QRectF needed = painter.boundingRect(text, Qt::AlignCenter | Qt::TextWordWrap, m_note).adjusted(-m_theme.px(noteMargin), -2, m_theme.px(noteMargin), 2) & frame;
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.surface);
        painter.drawRoundedRect(needed, m_theme.px(radius) / 2.0, m_theme.px(radius) / 2.0);
        painter.setPen(tokens.text);
        painter.drawText(text, Qt::AlignCenter | Qt::TextWordWrap, m_note);
    }
    if (m_progress >= 0) {
        const QRectF bar(frame.left() + m_theme.px(noteMargin), frame.bottom() - m_theme.px(noteMargin + barHeight), frame.width() - 2 * m_theme.px(noteMargin), m_theme.px(barHeight));
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.surface);
        painter.drawRect(bar.adjusted(-1, -1, 1, 1));
        painter.setBrush(tokens.accent);
        painter.drawRect(QRectF(bar.topLeft(), QSizeF(bar.width() * m_progress / 100, bar.height())));
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(hasFocus() ? QPen(tokens.focus, 2) : QPen(underMouse() ? tokens.control : tokens.outline, 1));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), m_theme.px(radius), m_theme.px(radius));
}

//! Enter as well as Space.
void PictureTile::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace jjak::desktop
