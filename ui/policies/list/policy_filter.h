#pragma once

#include <QSortFilterProxyModel>

namespace signalbox {

// The policies that a search and a filter leave. The order stays.
class PolicyFilter : public QSortFilterProxyModel {
    Q_OBJECT

public:
    enum class Kind { All, Changed, WithProblems, Off, Group };

    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setWords(const QString& words);
    void setKind(Kind kind, const QString& group = {});
    bool isActive() const { return !m_words.isEmpty() || m_kind != Kind::All; }

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    QStringList m_words;
    Kind m_kind = Kind::All;
    QString m_group;
};

}
