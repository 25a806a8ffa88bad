// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/forms/form_dialog.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QScreen>
#include <algorithm>

#include "client/desktop/forms/fitting_scroll.h"
#include "client/desktop/kit/tab_order.h"
#include "client/desktop/kit/theme.h"
#include "client/desktop/makers.h"

namespace jjak::desktop {

FormDialog::FormDialog(const Theme &theme, const QString &title, const QString &ok, QWidget *parent)
    : QDialog(parent), m_theme(theme), m_error(makeLabel(this, Tone::Danger)), m_cancel(makeButton(nullptr)), m_ok(makeButton(nullptr, Kind::Primary))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    setWindowTitle(title);
    m_error->hide();
    m_cancel->setText(tr("Cancel"));
    m_ok->setText(ok);
    m_ok->setDefault(true); // Enter sends, wherever one is
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ok, &QPushButton::clicked, this, [this] { send(); });
}

void FormDialog::setFields(const QList<QWidget *> &fields, int width)
{
    auto *heading = makeLabel(this, Tone::Title);
    heading->setText(windowTitle());
    auto *inside = new QWidget;
    inside->setMinimumWidth(m_theme.px(width));
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 0, m_theme.px(6), 0);
    column->setSpacing(m_theme.px(12));
    for (QWidget *field : fields)
        column->addWidget(field);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_ok);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(m_theme.px(24), m_theme.px(20), m_theme.px(24), m_theme.px(20));
    layout->setSpacing(m_theme.px(12));
    layout->addWidget(heading);
    layout->addWidget(new FittingScroll(inside, this), 1);
    layout->addWidget(m_error);
    layout->addLayout(buttons);
    keepTabAsSeen(this);
}

void FormDialog::setFormError(const QString &error)
{
    m_error->setText(error);
    m_error->setVisible(!error.isEmpty());
}

bool FormDialog::event(QEvent *event)
{
    const bool handled = QDialog::event(event);
    if (event->type() == QEvent::Show || event->type() == QEvent::LayoutRequest)
        grow();
    return handled;
}

//! By itself a window takes two thirds of the screen at most, and does not grow when more fields or an error come.
void FormDialog::grow()
{
    const QRect room = screen()->availableGeometry();
    const int frame = frameGeometry().height() - height();
    const int wanted = std::min(sizeHint().height(), room.height() - frame);
    if (!isVisible() || wanted <= height())
        return;
    resize(width(), wanted);
    if (const int below = frameGeometry().bottom() - room.bottom(); below > 0)
        move(x(), std::max(room.top(), y() - below));
}

QString FormDialog::formError() const
{
    return m_error->text();
}

} // namespace jjak::desktop
