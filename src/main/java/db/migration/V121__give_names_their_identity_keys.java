package db.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.jspecify.annotations.Nullable;
import org.onrecord.entity.identity.IdentityKey;
import org.onrecord.entity.identity.PersonName;
import org.onrecord.extraction.EntityType;

/** Gives the names of an archive of an earlier release what they are looked up by, and counts who bears a surname. */
public class V121__give_names_their_identity_keys extends BaseJavaMigration {

    private static final int BATCH = 1_000;

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        try (Statement reading = connection.createStatement();
                PreparedStatement key =
                        connection.prepareStatement("update entity_name set identity_key = ? where id = ?");
                PreparedStatement bearer = connection.prepareStatement("""
                        insert into surname_bearer (surname, entity_id, articles)
                        select ?, e.id, count(distinct m.article_id) from named_entity e
                        left join mention m on m.entity_id = e.id where e.id = ? group by e.id
                        """)) {
            reading.setFetchSize(BATCH);
            int waiting = 0;
            try (ResultSet row = reading.executeQuery("""
                    select n.id, n.entity_id, n.name, n.kind, e.type, e.name as primary_name
                    from entity_name n join named_entity e on e.id = n.entity_id where n.merged_from is null
                    """)) {
                while (row.next()) {
                    EntityType type = EntityType.valueOf(row.getString("type"));
                    key.setString(1, key(row, type));
                    key.setObject(2, row.getObject("id"));
                    key.addBatch();
                    if (row.getString("kind").equals("PRIMARY") && type == EntityType.PERSON) {
                        bearer.setString(1, PersonName.of(row.getString("name")).surname());
                        bearer.setObject(2, row.getObject("entity_id"));
                        bearer.addBatch();
                    }
                    if (++waiting % BATCH == 0) {
                        key.executeBatch();
                        bearer.executeBatch();
                    }
                }
            }
            key.executeBatch();
            bearer.executeBatch();
        }
    }

    private static @Nullable String key(ResultSet row, EntityType type) throws SQLException {
        return row.getString("kind").equals("PRINTED")
                ? IdentityKey.ofPrinted(type, row.getString("primary_name"), row.getString("name"))
                : IdentityKey.of(type, row.getString("name"));
    }
}
