#pragma once

#include "ui/shared/analysis_port.h"
#include "ui/shared/page_context.h"

#include <QAbstractListModel>

namespace signalbox {

// The conversations behind a figure.
class BehindModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { ChannelRole = Qt::UserRole, TierRole, OpenedRole, SaidRole };

    explicit BehindModel(const PageContext& context, QObject* parent = nullptr);

    void show(const std::vector<ReviewedConversation>& conversations);
    const ReviewedConversation& at(int row) const { return m_conversations[std::size_t(row)]; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    PageContext m_context;
    std::vector<ReviewedConversation> m_conversations;
};

}
