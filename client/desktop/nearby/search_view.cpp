// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/nearby/search_view.h"

#include <QHBoxLayout>
#include <QResizeEvent>

#include "client/core/sentences.h"
#include "client/desktop/kit/card_flow.h"
#include "client/desktop/kit/icons.h"
#include "client/desktop/kit/radar_picker.h"
#include "client/desktop/makers.h"
#include "client/desktop/nearby/place_dialog.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

namespace {

constexpr int sideBySideFrom = 720;

} // namespace

SearchView::SearchView(Context &context, QWidget *parent)
    : Translated(parent), m_context(context), m_place(context.settings.place()), m_radar(new RadarPicker(context.theme, this)), m_result(makeLabel(this, Tone::Strong)),
      m_heading(makeLabel(this, Tone::Display)), m_reach(makeLabel(this)), m_placeLabel(makeLabel(this)), m_choose(makeButton(this)), m_seenHeading(makeLabel(this, Tone::Strong)),
      m_seenBefore(makeLabel(this)), m_seenAfter(makeLabel(this)), m_search(makeButton(this, Kind::Primary)), m_reason(makeLabel(this, Tone::Muted))
{
    const Theme &theme = context.theme;
    m_choose->setIcon(themedIcon(theme, u"place"_s));
    m_search->setIcon(themedIcon(theme, u"search"_s, IconTone::OnAccent));
    auto *seen = new Card(theme, this);
    auto *seenLayout = new QVBoxLayout(seen);
    seenLayout->setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12));
    for (QLabel *label : {m_seenHeading, m_seenBefore, m_seenAfter})
        seenLayout->addWidget(label);

    auto *side = new QVBoxLayout;
    side->setSpacing(theme.px(12));
    side->addStretch();
    side->addWidget(m_result);
    side->addWidget(m_heading);
    side->addWidget(m_reach);
    side->addSpacing(theme.px(4));
    side->addWidget(m_placeLabel);
    side->addWidget(m_choose, 0, Qt::AlignLeft);
    side->addSpacing(theme.px(4));
    side->addWidget(seen);
    side->addSpacing(theme.px(4));
    side->addWidget(m_search, 0, Qt::AlignLeft);
    side->addWidget(m_reason);
    side->addStretch();

    m_layout = new QBoxLayout(QBoxLayout::LeftToRight, this);
    m_layout->setContentsMargins(theme.px(32), theme.px(24), theme.px(32), theme.px(24));
    m_layout->setSpacing(theme.px(32));
    m_layout->addWidget(m_radar, 3);
    m_layout->addLayout(side, 2);

    m_result->hide();
    connect(m_radar, &RadarPicker::valueChanged, this, [this](int value) {
        m_context.settings.setReach(Reach(value));
        refresh();
    });
    connect(m_choose, &QPushButton::clicked, this, &SearchView::choosePlace);
    connect(m_search, &QPushButton::clicked, this, [this] {
        if (const auto where = cell())
            Q_EMIT searchWanted(*where, Reach(m_radar->value()));
    });
    connect(&context.session, &client::Session::stateChanged, this, &SearchView::refresh);
    retranslate();
    setTabOrder(m_radar, m_choose);
    setTabOrder(m_choose, m_search);
}

void SearchView::retranslate()
{
    QStringList steps;
    for (const Reach reach : allReaches)
        steps.append(client::label(reach));
    m_radar->setSteps(steps);
    m_radar->setValue(int(m_context.settings.reach()));
    m_radar->setAccessibleName(tr("How far to look"));
    m_heading->setText(tr("Who is nearby?"));
    m_seenHeading->setText(tr("What your match sees"));
    m_seenBefore->setText(tr("Before you both say yes: nothing at all."));
    m_search->setText(tr("Search"));
    refresh();
}

//! The chosen place in squares of this server.
std::optional<Cell> SearchView::cell() const
{
    if (!m_place)
        return std::nullopt;
    const int km = m_context.session.hello().cellKm;
    return m_place->cell.sizeKm() == km ? m_place->cell : Cell::containing(m_place->cell.centre(), km);
}

void SearchView::refresh()
{
    const Reach reach = Reach(m_radar->value());
    const client::State &state = m_context.session.state();
    m_reach->setText(tr("We look for one person: %1.", "followed by a distance, as in: within 5 km").arg(client::label(reach)));
    m_placeLabel->setText(m_place ? tr("Around %1").arg(m_place->label) : tr("Where are you? A town or a district is enough."));
    m_choose->setText(m_place ? tr("Change the place") : tr("Choose a place"));
    m_seenAfter->setText(tr("After that: your name, %1, and roughly how far you are from each other, never where you are.").arg(state.account ? state.account->name : QString()));
    const auto connection = m_context.session.connectionState();
    const bool online = connection == client::ConnectionState::Ready || connection == client::ConnectionState::Syncing;
    m_search->setEnabled(m_place && online);
    m_reason->setText(!m_place ? tr("Choose a place first.") : online ? QString() : tr("Not connected at this moment."));
    m_reason->setVisible(!m_reason->text().isEmpty());
}

void SearchView::setResult(const QString &sentence)
{
    m_result->setText(sentence);
    m_result->setVisible(!sentence.isEmpty());
}

void SearchView::focusFirst()
{
    if (m_place)
        m_search->setFocus();
    else
        m_choose->setFocus();
}

void SearchView::choosePlace()
{
    auto *dialog = new PlaceDialog(m_context, window());
    connect(dialog, &PlaceDialog::chosen, this, [this](const client::SavedPlace &place) {
        m_place = place;
        m_context.settings.setPlace(place);
        refresh();
        m_search->setFocus();
    });
    dialog->open();
}

void SearchView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_layout->setDirection(event->size().width() < m_context.theme.px(sideBySideFrom) ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

} // namespace jjak::desktop
