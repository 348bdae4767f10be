using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace EffectiveSchool.Data.Migrations
{
    /// <inheritdoc />
    public partial class RegistryUploads : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_school_codes_region_id_kind_value",
                table: "school_codes");

            migrationBuilder.CreateTable(
                name: "registry_uploads",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    region_id = table.Column<int>(type: "integer", nullable: false),
                    author_id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    bytes = table.Column<byte[]>(type: "bytea", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_registry_uploads", x => x.id);
                    table.ForeignKey(
                        name: "fk_registry_uploads_regions_region_id",
                        column: x => x.region_id,
                        principalTable: "regions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_school_codes_region_id_kind_value",
                table: "school_codes",
                columns: new[] { "region_id", "kind", "value" },
                unique: true,
                filter: "kind <> 'Oktmo'");

            migrationBuilder.CreateIndex(
                name: "ix_school_codes_region_id_value",
                table: "school_codes",
                columns: new[] { "region_id", "value" });

            migrationBuilder.CreateIndex(
                name: "ix_registry_uploads_author_id",
                table: "registry_uploads",
                column: "author_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_registry_uploads_region_id",
                table: "registry_uploads",
                column: "region_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "registry_uploads");

            migrationBuilder.DropIndex(
                name: "ix_school_codes_region_id_kind_value",
                table: "school_codes");

            migrationBuilder.DropIndex(
                name: "ix_school_codes_region_id_value",
                table: "school_codes");

            migrationBuilder.CreateIndex(
                name: "ix_school_codes_region_id_kind_value",
                table: "school_codes",
                columns: new[] { "region_id", "kind", "value" },
                unique: true);
        }
    }
}
