// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/kit/empty_state.h"

#include "client/desktop/kit/icons.h"
#include "client/desktop/kit/theme.h"

#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace jjak::desktop {

//! Two overlapping discs - the pair of the name - with an icon on them and a few sparks around.
class EmptyState::Drawing : public QWidget {
public:
    Drawing(const Theme &theme, QString icon, QWidget *parent) : QWidget(parent), m_theme(theme), m_icon(std::move(icon)) {}

    [[nodiscard]] QSize sizeHint() const override { return {m_theme.px(220), m_theme.px(140)}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const double unit = std::min(width() / 220.0, height() / 140.0);
        painter.translate(width() / 2.0, height() / 2.0);
        painter.scale(unit, unit);
        paintDiscs(painter);
        paintSparks(painter);
        painter.resetTransform();
        const double side = 56 * unit;
        paintIcon(painter, QRectF((width() - side) / 2, (height() - side) / 2, side, side), m_icon, m_theme.tokens().accentStrong);
    }

private:
    void paintDiscs(QPainter &painter) const
    {
        const Tokens &tokens = m_theme.tokens();
        painter.setPen(Qt::NoPen);
        QColor left = mixed(tokens.accentSoft, tokens.accent, 0.10);
        QColor right = mixed(tokens.accentSoft, tokens.warning, 0.12);
        right.setAlphaF(0.75F);
        painter.setBrush(left);
        painter.drawEllipse(QPointF(-24, 4), 54, 54);
        painter.setBrush(right);
        painter.drawEllipse(QPointF(26, -4), 54, 54);
    }

    void paintSparks(QPainter &painter) const
    {
        const Tokens &tokens = m_theme.tokens();
        const struct { QPointF at; double radius; QColor color; } sparks[] = {
            {{-92, -30}, 4, tokens.accent}, {{-82, 44}, 2.5, tokens.warning}, {{92, 26}, 4.5, tokens.focus},
            {{84, -48}, 3, tokens.accent},  {{-58, -60}, 2.5, tokens.focus},  {{60, 58}, 2.5, tokens.warning}};
        for (const auto &spark : sparks) {
            painter.setBrush(mixed(tokens.background, spark.color, 0.65));
            painter.drawEllipse(spark.at, spark.radius, spark.radius);
        }
    }

    const Theme &m_theme;
    QString m_icon;
};

EmptyState::EmptyState(const Theme &theme, const QString &icon, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_column(new QWidget(this)), m_drawing(new Drawing(theme, icon, m_column)),
      m_title(new QLabel(m_column)), m_text(new QLabel(m_column)), m_action(new QPushButton(m_column))
{
    m_title->setProperty("tone", u"title"_s);
    m_text->setProperty("tone", u"muted"_s);
    m_action->setProperty("kind", u"primary"_s);
    for (QLabel *label : {m_title, m_text}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignHCenter);
    }
    // The labels stand in a column of fixed width: that is what makes wrapped text as high as it needs to be.
    auto *column = new QVBoxLayout(m_column);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_drawing, 0, Qt::AlignHCenter);
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addWidget(m_action, 0, Qt::AlignHCenter);
    auto *middle = new QVBoxLayout(this);
    middle->addStretch(2);
    middle->addWidget(m_column, 0, Qt::AlignHCenter);
    middle->addStretch(3);
    m_action->hide();
    connect(m_action, &QPushButton::clicked, this, &EmptyState::actionTriggered);
    connect(&theme, &Theme::changed, this, &EmptyState::refresh);
    refresh();
}

void EmptyState::setTexts(const QString &title, const QString &text, const QString &action)
{
    m_title->setText(title);
    m_text->setText(text);
    m_action->setText(action);
    m_title->setVisible(!title.isEmpty());
    m_text->setVisible(!text.isEmpty());
    m_action->setVisible(!action.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(text);
}

void EmptyState::refresh()
{
    m_column->layout()->setSpacing(m_theme.px(10));
    m_column->setFixedWidth(m_theme.px(340));
    m_drawing->updateGeometry();
    m_drawing->update();
}

} // namespace jjak::desktop
