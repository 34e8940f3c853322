#pragma once

#include "model/domain/change_set.h"
#include "ui/policies/studio_context.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <vector>

namespace signalbox {

// Says every few seconds that somebody here has the draft open, and where; knows who else has.
class DraftPresence : public QObject {
    Q_OBJECT

public:
    explicit DraftPresence(const StudioContext& context, QObject* parent = nullptr);
    ~DraftPresence() override;

    // Where the person here is: "policy:<id>", or a room's name. Empty: the page is not in sight.
    void setPlace(const QString& place);

    struct Other {
        QString name;
        QString place;   // "Enterprise pricing", "Tiers"
    };
    std::vector<Other> others() const;

Q_SIGNALS:
    void changed();

private:
    void say();

    StudioContext m_context;
    std::vector<DraftEditor> m_editors;
    QString m_place;
    QString m_said;
    QTimer m_beat;
    QTimer m_soon;   // a place passed over on the way to another is not told
};

}
