// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/terminal/app/nearby_watch.h"

#include <algorithm>
#include <array>

namespace jjak::terminal {

namespace {

using protocol::Answer;
using Kind = NearbyNews::Kind;

constexpr std::array marks{5, 10}; // seconds, the nearest end first

ProposalId idOf(const std::optional<protocol::Proposal> &proposal)
{
    return proposal ? proposal->proposal : ProposalId();
}

} // namespace

int NearbyWatch::secondsLeft(const protocol::Proposal &proposal, Time serverNow)
{
    return std::max(0, int(std::chrono::ceil<std::chrono::seconds>(proposal.deadline - serverNow).count()));
}

void NearbyWatch::proposalNews(std::vector<NearbyNews> &news, const protocol::Nearby &nearby, Time serverNow)
{
    const int left = secondsLeft(*nearby.proposal, serverNow);
    const bool isNew = !m_known || idOf(m_known->proposal) != nearby.proposal->proposal;
    if (isNew) {
        news.push_back({Kind::Found, left});
        m_told = left + 1;
    }
    if (nearby.proposal->mine == Answer::Accepted && (isNew || m_known->proposal->mine == Answer::Open))
        news.push_back({Kind::Accepted});
    if (nearby.proposal->mine == Answer::Accepted)
        return; // the countdown is for those who have to answer
    for (const int mark : marks) {
        if (left > mark || m_told <= mark)
            continue;
        if (!isNew && left > 0)
            news.push_back({Kind::Left, left});
        m_told = mark;
        return;
    }
}

std::vector<NearbyNews> NearbyWatch::update(const protocol::Nearby &nearby, Time serverNow)
{
    std::vector<NearbyNews> news;
    const bool knewProposal = m_known && m_known->proposal;
    if (knewProposal && idOf(nearby.proposal) != idOf(m_known->proposal)) {
        if (nearby.ended && nearby.ended->proposal == idOf(m_known->proposal))
            news.push_back({Kind::Ended, 0, nearby.ended});
        else if (!nearby.ticket)
            news.push_back({Kind::Stopped});
    }
    if (nearby.proposal)
        proposalNews(news, nearby, serverNow);
    if (nearby.ticket && !nearby.proposal && (!m_known || knewProposal))
        news.push_back({Kind::Waiting});
    else if (!nearby.ticket && m_known && m_known->ticket && !knewProposal)
        news.push_back({Kind::Stopped});
    m_known = nearby;
    return news;
}

} // namespace jjak::terminal
