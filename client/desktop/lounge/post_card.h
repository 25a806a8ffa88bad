// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPixmap>
#include <QRectF>
#include <QStringList>

#include "common/protocol/lounge_values.h"

class QPainter;

namespace jjak::desktop {

class Theme;

//! How a card of the list is painted.
struct CardState {
    bool hovered = false;
    bool current = false;
    bool focused = false;
    QPixmap picture = {}; //!< the first of the post; null: not here yet
};

//! A post as one card of a list, laid out in a width: title, beginning, its first picture, tags, who and when, counts. Positions are relative
//! to its top left corner.
class PostCard {
public:
    PostCard(const protocol::Post &post, double width, const Theme &theme, Time now);

    double height() const { return m_height; }
    void paint(QPainter &painter, const CardState &state) const;
    //! Where one presses to like it.
    QRectF heart() const { return m_heart; }
    //! The tag under that point; empty for none.
    QString tagAt(const QPointF &point) const;

private:
    struct Tag {
        QRectF rect;
        QString tag;
    };
    void layOutTags(double left, double right, double &top);
    void layOutCounts(double right, double top, double line);
    void paintPicture(QPainter &painter, const QPixmap &picture) const;
    void paintTags(QPainter &painter) const;
    void paintFoot(QPainter &painter) const;
    void paintCount(QPainter &painter, const QRectF &rect, const QString &icon, int count, const QColor &color) const;

    const protocol::Post &m_post;
    const Theme &m_theme;
    double m_width = 0;
    double m_height = 0;
    QStringList m_title;
    QStringList m_text;
    QRectF m_titleRect;
    QRectF m_textRect;
    QRectF m_pictureRect; //!< empty: the post has none
    QList<Tag> m_tags;
    QString m_by;
    QRectF m_foot;
    QRectF m_heart, m_comments, m_views;
};

} // namespace jjak::desktop
